// End segments with this load, and all that links them.
//
// access: write
// param keys: LIST<STRING NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $keys AS key
MATCH (segment:Segment {key: key})
SET segment.ended = $load
WITH segment
MATCH (segment)-[edge]-()
WHERE edge.since IS NOT NULL AND edge.ended IS NULL
SET edge.ended = $load
