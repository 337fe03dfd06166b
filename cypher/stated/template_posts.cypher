// What a version states of these posts of templates, in the order of their keys.
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
// column department: STRING NOT NULL
// column functions: LIST<STRING NOT NULL> NOT NULL
UNWIND $keys AS wanted
MATCH (post:TemplatePost {key: wanted})
WHERE post.since <= $version AND coalesce($version < post.ended, true)
CALL (post) {
  WITH post, properties(post) AS now
  OPTIONAL MATCH (post)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
WITH post, state
WHERE state.absent IS NULL
RETURN
  state.key AS key,
  state.name AS name,
  state.name_en AS name_en,
  COLLECT {
    MATCH (post)-[edge:STATED_IN]->(other:Source)
    WHERE edge.since <= $version AND coalesce($version < edge.ended, true)
    RETURN DISTINCT other.key AS other_key
    ORDER BY other_key
  } AS sources,
  coalesce(state.illustrative, false) AS illustrative,
  state.folder AS folder,
  [(post)-[edge:POST_IN]->(other:TemplateDepartment) WHERE edge.since <= $version AND coalesce($version < edge.ended, true) | other.key][0] AS department,
  coalesce(state.functions, []) AS functions
ORDER BY key
