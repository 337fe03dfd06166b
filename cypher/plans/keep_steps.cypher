// Keep the states of steps that this load is about to change, each as a `Former`, and so the
// time in which there was none.
//
// access: write
// param keys: LIST<STRING NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $keys AS key
MATCH (step:Step {key: key})
CREATE (step)-[:WAS]->(former:Former)
SET
  former = properties(step),
  former.since = coalesce(step.changed, step.since),
  former.ended = coalesce(step.ended, $load),
  step.changed = $load
WITH key, step
WHERE step.ended IS NOT NULL
CREATE (step)-[:WAS]->(:Former {key: key, since: step.ended, ended: $load, absent: true})
