// Keep the states of territories that this load is about to change, each as a `Former`, and so the
// time in which there was none.
//
// access: write
// param keys: LIST<STRING NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $keys AS key
MATCH (territory:Territory {key: key})
CREATE (territory)-[:WAS]->(former:Former)
SET
  former = properties(territory),
  former.since = coalesce(territory.changed, territory.since),
  former.ended = coalesce(territory.ended, $load),
  territory.changed = $load
WITH key, territory
WHERE territory.ended IS NOT NULL
CREATE (territory)-[:WAS]->(:Former {key: key, since: territory.ended, ended: $load, absent: true})
