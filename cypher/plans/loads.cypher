// Every load that ended, those undone too, the newest first.
//
// access: read
// column number: INTEGER NOT NULL
// column state: STRING NOT NULL
// column plan: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column organization: STRING NOT NULL
// column start: DATE NOT NULL
// column until: DATE
// column digest: STRING
// column loaded_at: ZONED DATETIME NOT NULL
// column loaded_by: STRING NOT NULL
// column undone_at: ZONED DATETIME
// column undone_by: STRING
// column sources: LIST<STRING NOT NULL> NOT NULL
// column sections: LIST<STRING NOT NULL> NOT NULL
// column counts: LIST<STRING NOT NULL> NOT NULL
MATCH (load:Load)
WHERE load.state IN ['loaded', 'undone']
RETURN
  load.number AS number,
  load.state AS state,
  load.plan AS plan,
  load.name AS name,
  load.name_en AS name_en,
  load.organization AS organization,
  load.from AS start,
  load.until AS until,
  load.digest AS digest,
  load.loaded_at AS loaded_at,
  load.loaded_by AS loaded_by,
  load.undone_at AS undone_at,
  load.undone_by AS undone_by,
  coalesce(load.sources, []) AS sources,
  coalesce(load.sections, []) AS sections,
  coalesce(load.counts, []) AS counts
ORDER BY number DESC
