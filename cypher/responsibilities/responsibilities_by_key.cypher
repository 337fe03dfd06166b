// Responsibilities by key, in no order; an unknown key gives no row.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param version: INTEGER NOT NULL
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column illustrative: BOOLEAN NOT NULL
// column function: STRING
// column outside: LIST<STRING NOT NULL> NOT NULL
// column step: STRING
UNWIND $keys AS key
MATCH (duty:Responsibility {key: key})
WHERE duty.since <= $version AND coalesce($version < duty.ended, true)
CALL (duty) {
  WITH duty, properties(duty) AS now
  OPTIONAL MATCH (duty)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
WITH duty, state
WHERE state.absent IS NULL
OPTIONAL MATCH (duty)-[about:ABOUT]->(step:Step)
WHERE about.since <= $version AND coalesce($version < about.ended, true)
RETURN
  duty.key AS key,
  state.name AS name,
  state.name_en AS name_en,
  coalesce(state.illustrative, false) AS illustrative,
  state.function AS function,
  coalesce(state.outside, []) AS outside,
  step.key AS step
