// What each of these posts is limited to, by name; one without limits gives no row.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// column key: STRING NOT NULL
// column linked_kind: STRING NOT NULL
// column linked_key: STRING NOT NULL
UNWIND $keys AS key
MATCH (:Post {key: key})-[:LIMITED_TO]->(limit)
RETURN key, labels(limit)[0] AS linked_kind, limit.key AS linked_key
ORDER BY key, limit.name, linked_key
