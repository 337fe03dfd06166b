// End responsibilities with this load, and all that links them.
//
// access: write
// param keys: LIST<STRING NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $keys AS key
MATCH (responsibility:Responsibility {key: key})
SET responsibility.ended = $load
WITH responsibility
MATCH (responsibility)-[edge]-()
WHERE edge.since IS NOT NULL AND edge.ended IS NULL
SET edge.ended = $load
