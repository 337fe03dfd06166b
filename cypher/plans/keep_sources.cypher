// Keep the states of sources that this load is about to change, each as a `Former`, and so the
// time in which there was none.
//
// access: write
// param keys: LIST<STRING NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $keys AS key
MATCH (source:Source {key: key})
CREATE (source)-[:WAS]->(former:Former)
SET
  former = properties(source),
  former.since = coalesce(source.changed, source.since),
  former.ended = coalesce(source.ended, $load),
  source.changed = $load
WITH key, source
WHERE source.ended IS NOT NULL
CREATE (source)-[:WAS]->(:Former {key: key, since: source.ended, ended: $load, absent: true})
