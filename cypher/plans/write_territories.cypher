// Write territories: new ones, and new states of those that changed, which are kept before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MERGE (territory:Territory {key: row.key})
WITH row, territory, territory.since AS since
SET
  territory = row.properties,
  territory.since = coalesce(since, $load),
  territory.changed = CASE WHEN since IS NOT NULL THEN $load END
