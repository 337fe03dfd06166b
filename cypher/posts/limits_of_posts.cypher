// What each of these posts is limited to, by name; one without limits gives no row.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param version: INTEGER NOT NULL
// column key: STRING NOT NULL
// column linked_kind: STRING NOT NULL
// column linked_key: STRING NOT NULL
UNWIND $keys AS key
MATCH (:Post {key: key})-[limited:LIMITED_TO]->(limit)
WHERE limited.since <= $version AND coalesce($version < limited.ended, true)
CALL (limit) {
  WITH limit, properties(limit) AS now
  OPTIONAL MATCH (limit)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
RETURN key, labels(limit)[0] AS linked_kind, limit.key AS linked_key
ORDER BY key, state.name, linked_key
