// What a version states of these departments of templates, in the order of their keys.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param version: INTEGER NOT NULL
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column sources: LIST<STRING NOT NULL> NOT NULL
// column illustrative: BOOLEAN NOT NULL
// column folder: STRING
// column template: STRING NOT NULL
// column parent: STRING
// column kind: STRING NOT NULL
// column functions: LIST<STRING NOT NULL> NOT NULL
// column specialties: LIST<STRING NOT NULL> NOT NULL
// column resources: LIST<STRING NOT NULL> NOT NULL
UNWIND $keys AS wanted
MATCH (department:TemplateDepartment {key: wanted})
WHERE department.since <= $version AND coalesce($version < department.ended, true)
CALL (department) {
  WITH department, properties(department) AS now
  OPTIONAL MATCH (department)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
WITH department, state
WHERE state.absent IS NULL
RETURN
  state.key AS key,
  state.name AS name,
  state.name_en AS name_en,
  COLLECT {
    MATCH (department)-[edge:STATED_IN]->(other:Source)
    WHERE edge.since <= $version AND coalesce($version < edge.ended, true)
    RETURN DISTINCT other.key AS other_key
    ORDER BY other_key
  } AS sources,
  coalesce(state.illustrative, false) AS illustrative,
  state.folder AS folder,
  [(department)-[edge:PART_OF]->(other:UnitTemplate) WHERE edge.since <= $version AND coalesce($version < edge.ended, true) | other.key][0] AS template,
  [(department)-[edge:PART_OF]->(other:TemplateDepartment) WHERE edge.since <= $version AND coalesce($version < edge.ended, true) | other.key][0] AS parent,
  state.kind AS kind,
  coalesce(state.functions, []) AS functions,
  coalesce(state.specialties, []) AS specialties,
  coalesce(state.resources, []) AS resources
ORDER BY key
