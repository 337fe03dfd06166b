// The targets that each of these departments has, by name.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param version: INTEGER NOT NULL
// column key: STRING NOT NULL
// column linked_key: STRING NOT NULL
UNWIND $keys AS key
MATCH (:Department {key: key})-[has:HAS_TARGET]->(target:Target)
WHERE has.since <= $version AND coalesce($version < has.ended, true)
CALL (target) {
  WITH target, properties(target) AS now
  OPTIONAL MATCH (target)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
RETURN key AS key, target.key AS linked_key
ORDER BY key, state.name, linked_key
