// Targets by key, in no order; an unknown key gives no row.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
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
OPTIONAL MATCH (target)-[:MEASURES]->(indicator:Indicator)
OPTIONAL MATCH (department:Department)-[:HAS_TARGET]->(target)
RETURN
  target.key AS key,
  target.name AS name,
  target.name_en AS name_en,
  coalesce(target.illustrative, false) AS illustrative,
  target.value AS value,
  target.unit AS unit,
  target.period AS period,
  target.certainty AS certainty,
  target.as_written AS as_written,
  indicator.key AS indicator,
  department.key AS department
