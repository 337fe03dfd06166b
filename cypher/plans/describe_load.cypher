// Write what a load is, before anybody sees it.
//
// access: write
// param load: INTEGER NOT NULL
// param row: MAP NOT NULL
MATCH (load:Load {key: 'load-' + $load})
SET
  load.name = $row.name,
  load.name_en = $row.name_en,
  load.organization = $row.organization,
  load.from = $row.from,
  load.until = $row.until,
  load.digest = $row.digest,
  load.sources = $row.sources,
  load.sections = $row.sections,
  load.counts = $row.counts,
  load.loaded_at = datetime()
