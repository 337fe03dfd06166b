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
  OPTIONAL MATCH (split)-[:WAS]->(former:Former)
  WHERE former.since <= $version < former.ended
  RETURN coalesce(former, split) AS state
}
RETURN key AS key, split.key AS linked_key
ORDER BY key, state.name, linked_key
