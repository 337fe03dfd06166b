// The targets on each of these indicators, by name.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param version: INTEGER NOT NULL
// column key: STRING NOT NULL
// column linked_key: STRING NOT NULL
UNWIND $keys AS key
MATCH (target:Target)-[measures:MEASURES]->(:Indicator {key: key})
WHERE measures.since <= $version AND coalesce($version < measures.ended, true)
CALL (target) {
  WITH target, properties(target) AS now
  OPTIONAL MATCH (target)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
RETURN key AS key, target.key AS linked_key
ORDER BY key, state.name, linked_key
