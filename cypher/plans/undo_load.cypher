// Take a load out of the timeline: from now on nobody sees it.
//
// access: write
// param load: INTEGER NOT NULL
// param undone_by: STRING NOT NULL
MATCH (load:Load {key: 'load-' + $load, state: 'loaded'})
SET
  load.state = 'undone',
  load.undone_by = $undone_by,
  load.undone_at = datetime(),
  load.swept = false
