// Keep the states of splits that this load is about to change, each as a `Former`, and so the
// time in which there was none.
//
// access: write
// param keys: LIST<STRING NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $keys AS key
MATCH (split:RevenueSplit {key: key})
CREATE (split)-[:WAS]->(former:Former)
SET
  former = properties(split),
  former.since = coalesce(split.changed, split.since),
  former.ended = coalesce(split.ended, $load),
  split.changed = $load
WITH key, split
WHERE split.ended IS NOT NULL
CREATE (split)-[:WAS]->(:Former {key: key, since: split.ended, ended: $load, absent: true})
