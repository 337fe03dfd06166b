// Every department, as the resolver looks at it.
//
// access: read
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column kind: STRING NOT NULL
// column parent: STRING
// column functions: LIST<STRING NOT NULL>
// column specialties: LIST<STRING NOT NULL>
// column start: DATE
// column until: DATE
MATCH (department:Department)
OPTIONAL MATCH (department)-[:PART_OF]->(parent:Department)
RETURN
  department.key AS key,
  department.name AS name,
  department.name_en AS name_en,
  department.kind AS kind,
  parent.key AS parent,
  coalesce(department.functions, []) AS functions,
  coalesce(department.specialties, []) AS specialties,
  department.from AS start,
  department.until AS until
ORDER BY key
