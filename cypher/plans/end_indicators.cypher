// End indicators with this load, and all that links them.
//
// access: write
// param keys: LIST<STRING NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $keys AS key
MATCH (indicator:Indicator {key: key})
SET indicator.ended = $load
WITH indicator
MATCH (indicator)-[edge]-()
WHERE edge.since IS NOT NULL AND edge.ended IS NULL
SET edge.ended = $load
