// The responsibilities for each of these steps, by name.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// column key: STRING NOT NULL
// column linked_key: STRING NOT NULL
UNWIND $keys AS key
MATCH (duty:Responsibility)-[:ABOUT]->(:Step {key: key})
RETURN key AS key, duty.key AS linked_key
ORDER BY key, duty.name, linked_key
