// Every target with its department and indicator, for a table.
//
// access: read
// column indicator: STRING NOT NULL
// column department: STRING NOT NULL
// column value: FLOAT
// column unit: STRING
// column period: STRING
// column certainty: STRING NOT NULL
// column as_written: STRING
MATCH (department:Department)-[:HAS_TARGET]->(target:Target)-[:MEASURES]->(indicator:Indicator)
RETURN
  indicator.name AS indicator,
  department.name AS department,
  target.value AS value,
  target.unit AS unit,
  target.period AS period,
  target.certainty AS certainty,
  target.as_written AS as_written
ORDER BY indicator, department, target.key
