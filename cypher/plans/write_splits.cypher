// Write splits: new ones, and new states of those that changed, which are kept before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MERGE (split:RevenueSplit {key: row.key})
WITH row, split, split.since AS since
SET
  split = row.properties,
  split.since = coalesce(since, $load),
  split.changed = CASE WHEN since IS NOT NULL THEN $load END
