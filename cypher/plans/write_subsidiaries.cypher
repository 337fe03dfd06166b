// Write subsidiaries: new ones, and new states of those that changed, which are kept before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MERGE (subsidiary:Subsidiary {key: row.key})
WITH row, subsidiary, subsidiary.since AS since
SET
  subsidiary = row.properties,
  subsidiary.since = coalesce(since, $load),
  subsidiary.changed = CASE WHEN since IS NOT NULL THEN $load END
