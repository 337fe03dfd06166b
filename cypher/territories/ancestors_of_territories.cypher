// The territories around each of these, the nearest first.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param version: INTEGER NOT NULL
// column key: STRING NOT NULL
// column linked_key: STRING NOT NULL
UNWIND $keys AS key
MATCH path = (:Territory {key: key})-[:PART_OF*1..12]->(around:Territory)
WHERE all(within IN relationships(path) WHERE within.since <= $version AND coalesce($version < within.ended, true))
RETURN key AS key, around.key AS linked_key
ORDER BY key, length(path), linked_key
