// End territories with this load, and all that links them.
//
// access: write
// param keys: LIST<STRING NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $keys AS key
MATCH (territory:Territory {key: key})
SET territory.ended = $load
WITH territory
MATCH (territory)-[edge]-()
WHERE edge.since IS NOT NULL AND edge.ended IS NULL
SET edge.ended = $load
