// The steps of each of these strategies, in their order.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param version: INTEGER NOT NULL
// column key: STRING NOT NULL
// column linked_key: STRING NOT NULL
UNWIND $keys AS key
MATCH (:Strategy {key: key})-[has:HAS_STEP]->(step:Step)
WHERE has.since <= $version AND coalesce($version < has.ended, true)
CALL (step) {
  WITH step, properties(step) AS now
  OPTIONAL MATCH (step)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
RETURN key AS key, step.key AS linked_key
ORDER BY key, state.ordinal, linked_key
