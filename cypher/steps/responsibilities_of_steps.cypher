// The responsibilities for each of these steps, by name.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param version: INTEGER NOT NULL
// column key: STRING NOT NULL
// column linked_key: STRING NOT NULL
UNWIND $keys AS key
MATCH (duty:Responsibility)-[about:ABOUT]->(:Step {key: key})
WHERE about.since <= $version AND coalesce($version < about.ended, true)
CALL (duty) {
  WITH duty, properties(duty) AS now
  OPTIONAL MATCH (duty)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
RETURN key AS key, duty.key AS linked_key
ORDER BY key, state.name, linked_key
