// The revenue splits of each of these strategies, by name.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// column key: STRING NOT NULL
// column linked_key: STRING NOT NULL
UNWIND $keys AS key
MATCH (split:RevenueSplit)-[:ABOUT]->(:Strategy {key: key})
RETURN key AS key, split.key AS linked_key
ORDER BY key, split.name, linked_key
