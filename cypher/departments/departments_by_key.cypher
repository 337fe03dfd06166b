// Departments by key, in no order; an unknown key gives no row.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column illustrative: BOOLEAN NOT NULL
// column kind: STRING NOT NULL
// column functions: LIST<STRING NOT NULL> NOT NULL
// column specialties: LIST<STRING NOT NULL> NOT NULL
// column resources: LIST<STRING NOT NULL> NOT NULL
// column template: STRING
// column start: DATE
// column until: DATE
// column parent: STRING
UNWIND $keys AS key
MATCH (department:Department {key: key})
OPTIONAL MATCH (department)-[:PART_OF]->(parent:Department)
RETURN
  department.key AS key,
  department.name AS name,
  department.name_en AS name_en,
  coalesce(department.illustrative, false) AS illustrative,
  department.kind AS kind,
  coalesce(department.functions, []) AS functions,
  coalesce(department.specialties, []) AS specialties,
  coalesce(department.resources, []) AS resources,
  department.template AS template,
  department.from AS start,
  department.until AS until,
  parent.key AS parent
