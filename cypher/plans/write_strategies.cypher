// Write strategies: new ones, and new states of those that changed. A state that ends is kept as a
// `Former`, and so is a time in which there was none.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
CALL (row) {
  MATCH (strategy:Strategy {key: row.key})
  CREATE (strategy)-[:WAS]->(former:Former)
  SET
    former = properties(strategy),
    former.since = coalesce(strategy.changed, strategy.since),
    former.ended = coalesce(strategy.ended, $load)
  WITH strategy
  WHERE strategy.ended IS NOT NULL
  CREATE (strategy)-[:WAS]->(:Former {key: row.key, since: strategy.ended, ended: $load, absent: true})
}
MERGE (strategy:Strategy {key: row.key})
WITH row, strategy, strategy.since AS since
SET
  strategy = row.properties,
  strategy.since = coalesce(since, $load),
  strategy.changed = CASE WHEN since IS NOT NULL THEN $load END
