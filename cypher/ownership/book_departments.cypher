// Every department, as the resolver looks at it.
//
// access: read
// param version: INTEGER NOT NULL
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
  state.kind AS kind,
  parent.key AS parent,
  coalesce(state.functions, []) AS functions,
  coalesce(state.specialties, []) AS specialties,
  state.from AS start,
  state.until AS until
ORDER BY key
