// End strategies with this load, and all that links them.
//
// access: write
// param keys: LIST<STRING NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $keys AS key
MATCH (strategy:Strategy {key: key})
SET strategy.ended = $load
WITH strategy
MATCH (strategy)-[edge]-()
WHERE edge.since IS NOT NULL AND edge.ended IS NULL
SET edge.ended = $load
