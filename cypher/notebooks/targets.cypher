// Every target with its department and indicator, for a table.
//
// access: read
// param version: INTEGER NOT NULL
// column indicator: STRING NOT NULL
// column department: STRING NOT NULL
// column value: FLOAT
// column unit: STRING
// column period: STRING
// column certainty: STRING NOT NULL
// column as_written: STRING
MATCH (department:Department)-[has:HAS_TARGET]->(target:Target)-[measures:MEASURES]->(indicator:Indicator)
WHERE has.since <= $version AND coalesce($version < has.ended, true)
  AND measures.since <= $version AND coalesce($version < measures.ended, true)
CALL (department) {
  WITH department, properties(department) AS now
  OPTIONAL MATCH (department)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS department_state
}
CALL (target) {
  WITH target, properties(target) AS now
  OPTIONAL MATCH (target)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
CALL (indicator) {
  WITH indicator, properties(indicator) AS now
  OPTIONAL MATCH (indicator)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS indicator_state
}
RETURN
  indicator_state.name AS indicator,
  department_state.name AS department,
  state.value AS value,
  state.unit AS unit,
  state.period AS period,
  state.certainty AS certainty,
  state.as_written AS as_written
ORDER BY indicator, department, target.key
