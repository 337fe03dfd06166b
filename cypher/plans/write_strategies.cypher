// Write strategies: new ones, and new states of those that changed, which are kept before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MERGE (strategy:Strategy {key: row.key})
WITH row, strategy, strategy.since AS since
SET
  strategy = row.properties,
  strategy.since = coalesce(since, $load),
  strategy.changed = CASE WHEN since IS NOT NULL THEN $load END
