// Write sources: new ones, and new states of those that changed, which are kept before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MERGE (source:Source {key: row.key})
WITH row, source, source.since AS since
SET
  source = row.properties,
  source.since = coalesce(since, $load),
  source.changed = CASE WHEN since IS NOT NULL THEN $load END
