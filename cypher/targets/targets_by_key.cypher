// Targets by key, in no order; an unknown key gives no row.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param version: INTEGER NOT NULL
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column illustrative: BOOLEAN NOT NULL
// column value: FLOAT
// column unit: STRING
// column period: STRING
// column certainty: STRING NOT NULL
// column as_written: STRING
// column indicator: STRING
// column department: STRING
UNWIND $keys AS key
MATCH (target:Target {key: key})
WHERE target.since <= $version AND coalesce($version < target.ended, true)
CALL (target) {
  WITH target, properties(target) AS now
  OPTIONAL MATCH (target)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
WITH target, state
WHERE state.absent IS NULL
OPTIONAL MATCH (target)-[measures:MEASURES]->(indicator:Indicator)
WHERE measures.since <= $version AND coalesce($version < measures.ended, true)
OPTIONAL MATCH (department:Department)-[has:HAS_TARGET]->(target)
WHERE has.since <= $version AND coalesce($version < has.ended, true)
RETURN
  target.key AS key,
  state.name AS name,
  state.name_en AS name_en,
  coalesce(state.illustrative, false) AS illustrative,
  state.value AS value,
  state.unit AS unit,
  state.period AS period,
  state.certainty AS certainty,
  state.as_written AS as_written,
  indicator.key AS indicator,
  department.key AS department
