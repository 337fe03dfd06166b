// What each of these open questions is about, by name.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// column key: STRING NOT NULL
// column linked_kind: STRING NOT NULL
// column linked_key: STRING NOT NULL
UNWIND $keys AS key
MATCH (:OpenQuestion {key: key})-[:ABOUT]->(thing)
RETURN key, labels(thing)[0] AS linked_kind, thing.key AS linked_key
ORDER BY key, thing.name, linked_key
