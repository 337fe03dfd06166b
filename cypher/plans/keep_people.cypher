// Keep the states of people that this load is about to change, each as a `Former`, and so the
// time in which there was none.
//
// access: write
// param keys: LIST<STRING NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $keys AS key
MATCH (person:Person {key: key})
CREATE (person)-[:WAS]->(former:Former)
SET
  former = properties(person),
  former.since = coalesce(person.changed, person.since),
  former.ended = coalesce(person.ended, $load),
  person.changed = $load
WITH key, person
WHERE person.ended IS NOT NULL
CREATE (person)-[:WAS]->(:Former {key: key, since: person.ended, ended: $load, absent: true})
