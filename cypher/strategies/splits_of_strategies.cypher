// The revenue splits of each of these strategies, by name.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param version: INTEGER NOT NULL
// column key: STRING NOT NULL
// column linked_key: STRING NOT NULL
UNWIND $keys AS key
MATCH (split:RevenueSplit)-[about:ABOUT]->(:Strategy {key: key})
WHERE about.since <= $version AND coalesce($version < about.ended, true)
CALL (split) {
  WITH split, properties(split) AS now
  OPTIONAL MATCH (split)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
RETURN key AS key, split.key AS linked_key
ORDER BY key, state.name, linked_key
