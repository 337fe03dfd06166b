// The targets on each of these indicators, by name.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// column key: STRING NOT NULL
// column linked_key: STRING NOT NULL
UNWIND $keys AS key
MATCH (target:Target)-[:MEASURES]->(:Indicator {key: key})
RETURN key AS key, target.key AS linked_key
ORDER BY key, target.name, linked_key
