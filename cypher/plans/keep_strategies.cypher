// Keep the states of strategies that this load is about to change, each as a `Former`, and so the
// time in which there was none.
//
// access: write
// param keys: LIST<STRING NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $keys AS key
MATCH (strategy:Strategy {key: key})
CREATE (strategy)-[:WAS]->(former:Former)
SET
  former = properties(strategy),
  former.since = coalesce(strategy.changed, strategy.since),
  former.ended = coalesce(strategy.ended, $load),
  strategy.changed = $load
WITH key, strategy
WHERE strategy.ended IS NOT NULL
CREATE (strategy)-[:WAS]->(:Former {key: key, since: strategy.ended, ended: $load, absent: true})
