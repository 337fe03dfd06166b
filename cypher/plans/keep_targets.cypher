// Keep the states of targets that this load is about to change, each as a `Former`, and so the
// time in which there was none.
//
// access: write
// param keys: LIST<STRING NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $keys AS key
MATCH (target:Target {key: key})
CREATE (target)-[:WAS]->(former:Former)
SET
  former = properties(target),
  former.since = coalesce(target.changed, target.since),
  former.ended = coalesce(target.ended, $load),
  target.changed = $load
WITH key, target
WHERE target.ended IS NOT NULL
CREATE (target)-[:WAS]->(:Former {key: key, since: target.ended, ended: $load, absent: true})
