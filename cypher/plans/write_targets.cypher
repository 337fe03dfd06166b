// Write targets: new ones, and new states of those that changed, which are kept before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MERGE (target:Target {key: row.key})
WITH row, target, target.since AS since
SET
  target = row.properties,
  target.since = coalesce(since, $load),
  target.changed = CASE WHEN since IS NOT NULL THEN $load END
