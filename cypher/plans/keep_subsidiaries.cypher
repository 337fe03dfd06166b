// Keep the states of subsidiaries that this load is about to change, each as a `Former`, and so the
// time in which there was none.
//
// access: write
// param keys: LIST<STRING NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $keys AS key
MATCH (subsidiary:Subsidiary {key: key})
CREATE (subsidiary)-[:WAS]->(former:Former)
SET
  former = properties(subsidiary),
  former.since = coalesce(subsidiary.changed, subsidiary.since),
  former.ended = coalesce(subsidiary.ended, $load),
  subsidiary.changed = $load
WITH key, subsidiary
WHERE subsidiary.ended IS NOT NULL
CREATE (subsidiary)-[:WAS]->(:Former {key: key, since: subsidiary.ended, ended: $load, absent: true})
