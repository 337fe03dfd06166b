// End exceptions with this load, and all that links them.
//
// access: write
// param keys: LIST<STRING NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $keys AS key
MATCH (exception:NamedException {key: key})
SET exception.ended = $load
WITH exception
MATCH (exception)-[edge]-()
WHERE edge.since IS NOT NULL AND edge.ended IS NULL
SET edge.ended = $load
