// The steps of each of these strategies, in their order.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// column key: STRING NOT NULL
// column linked_key: STRING NOT NULL
UNWIND $keys AS key
MATCH (:Strategy {key: key})-[:HAS_STEP]->(step:Step)
RETURN key AS key, step.key AS linked_key
ORDER BY key, step.ordinal, linked_key
