// End subsidiaries with this load, and all that links them.
//
// access: write
// param keys: LIST<STRING NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $keys AS key
MATCH (subsidiary:Subsidiary {key: key})
SET subsidiary.ended = $load
WITH subsidiary
MATCH (subsidiary)-[edge]-()
WHERE edge.since IS NOT NULL AND edge.ended IS NULL
SET edge.ended = $load
