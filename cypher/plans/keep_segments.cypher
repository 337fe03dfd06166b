// Keep the states of segments that this load is about to change, each as a `Former`, and so the
// time in which there was none.
//
// access: write
// param keys: LIST<STRING NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $keys AS key
MATCH (segment:Segment {key: key})
CREATE (segment)-[:WAS]->(former:Former)
SET
  former = properties(segment),
  former.since = coalesce(segment.changed, segment.since),
  former.ended = coalesce(segment.ended, $load),
  segment.changed = $load
WITH key, segment
WHERE segment.ended IS NOT NULL
CREATE (segment)-[:WAS]->(:Former {key: key, since: segment.ended, ended: $load, absent: true})
