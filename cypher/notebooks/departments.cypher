// Every department with the department it is part of, for a table.
//
// access: read
// column department: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column kind: STRING NOT NULL
// column parent: STRING
// column functions: LIST<STRING NOT NULL>
// column segments_owned: INTEGER NOT NULL
MATCH (department:Department)
OPTIONAL MATCH (department)-[:PART_OF]->(parent:Department)
RETURN
  department.key AS department,
  department.name AS name,
  department.name_en AS name_en,
  department.kind AS kind,
  parent.key AS parent,
  department.functions AS functions,
  COUNT { MATCH (department)-[:OWNS]->(segment:Segment) RETURN DISTINCT segment } AS segments_owned
ORDER BY department
