// The industries directly inside each of these, by name.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// column key: STRING NOT NULL
// column linked_key: STRING NOT NULL
UNWIND $keys AS key
MATCH (child:Industry)-[:PART_OF]->(:Industry {key: key})
RETURN key AS key, child.key AS linked_key
ORDER BY key, child.name, linked_key
