// The industries directly inside each of these, by name.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param version: INTEGER NOT NULL
// column key: STRING NOT NULL
// column linked_key: STRING NOT NULL
UNWIND $keys AS key
MATCH (child:Industry)-[within:PART_OF]->(:Industry {key: key})
WHERE within.since <= $version AND coalesce($version < within.ended, true)
CALL (child) {
  WITH child, properties(child) AS now
  OPTIONAL MATCH (child)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
RETURN key AS key, child.key AS linked_key
ORDER BY key, state.name, linked_key
