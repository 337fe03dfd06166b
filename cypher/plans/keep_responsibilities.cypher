// Keep the states of responsibilities that this load is about to change, each as a `Former`, and so the
// time in which there was none.
//
// access: write
// param keys: LIST<STRING NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $keys AS key
MATCH (responsibility:Responsibility {key: key})
CREATE (responsibility)-[:WAS]->(former:Former)
SET
  former = properties(responsibility),
  former.since = coalesce(responsibility.changed, responsibility.since),
  former.ended = coalesce(responsibility.ended, $load),
  responsibility.changed = $load
WITH key, responsibility
WHERE responsibility.ended IS NOT NULL
CREATE (responsibility)-[:WAS]->(:Former {key: key, since: responsibility.ended, ended: $load, absent: true})
