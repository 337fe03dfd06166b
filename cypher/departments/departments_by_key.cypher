// Departments by key, in no order; an unknown key gives no row.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param version: INTEGER NOT NULL
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
WHERE department.since <= $version AND coalesce($version < department.ended, true)
CALL (department) {
  WITH department, properties(department) AS now
  OPTIONAL MATCH (department)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
WITH department, state
WHERE state.absent IS NULL
OPTIONAL MATCH (department)-[within:PART_OF]->(parent:Department)
WHERE within.since <= $version AND coalesce($version < within.ended, true)
RETURN
  department.key AS key,
  state.name AS name,
  state.name_en AS name_en,
  coalesce(state.illustrative, false) AS illustrative,
  state.kind AS kind,
  coalesce(state.functions, []) AS functions,
  coalesce(state.specialties, []) AS specialties,
  coalesce(state.resources, []) AS resources,
  state.template AS template,
  state.from AS start,
  state.until AS until,
  parent.key AS parent
