// Keep the states of departments that this load is about to change, each as a `Former`, and so the
// time in which there was none.
//
// access: write
// param keys: LIST<STRING NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $keys AS key
MATCH (department:Department {key: key})
CREATE (department)-[:WAS]->(former:Former)
SET
  former = properties(department),
  former.since = coalesce(department.changed, department.since),
  former.ended = coalesce(department.ended, $load),
  department.changed = $load
WITH key, department
WHERE department.ended IS NOT NULL
CREATE (department)-[:WAS]->(:Former {key: key, since: department.ended, ended: $load, absent: true})
