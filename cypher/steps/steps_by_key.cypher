// Steps by key, in no order; an unknown key gives no row.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param version: INTEGER NOT NULL
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column illustrative: BOOLEAN NOT NULL
// column ordinal: INTEGER NOT NULL
// column conditional: BOOLEAN NOT NULL
// column condition: STRING
// column strategy: STRING
UNWIND $keys AS key
MATCH (step:Step {key: key})
WHERE step.since <= $version AND coalesce($version < step.ended, true)
CALL (step) {
  WITH step, properties(step) AS now
  OPTIONAL MATCH (step)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
WITH step, state
WHERE state.absent IS NULL
OPTIONAL MATCH (strategy:Strategy)-[has:HAS_STEP]->(step)
WHERE has.since <= $version AND coalesce($version < has.ended, true)
RETURN
  step.key AS key,
  state.name AS name,
  state.name_en AS name_en,
  coalesce(state.illustrative, false) AS illustrative,
  state.ordinal AS ordinal,
  coalesce(state.conditional, false) AS conditional,
  state.condition AS condition,
  strategy.key AS strategy
