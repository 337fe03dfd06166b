// What a version states of these posts, in the order of their keys.
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
// column other_departments: LIST<STRING NOT NULL> NOT NULL
// column reports_to: STRING
// column fte: FLOAT
// column functions: LIST<STRING NOT NULL> NOT NULL
// column customers: LIST<STRING NOT NULL> NOT NULL
// column industries: LIST<STRING NOT NULL> NOT NULL
// column territories: LIST<STRING NOT NULL> NOT NULL
// column made_from: STRING
// column start: DATE
// column until: DATE
UNWIND $keys AS wanted
MATCH (post:Post {key: wanted})
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
  [(post)-[edge:POST_IN]->(other:Department) WHERE edge.further IS NULL AND edge.since <= $version AND coalesce($version < edge.ended, true) | other.key][0] AS department,
  COLLECT {
    MATCH (post)-[edge:POST_IN]->(other:Department)
    WHERE edge.further AND edge.since <= $version AND coalesce($version < edge.ended, true)
    RETURN DISTINCT other.key AS other_key
    ORDER BY other_key
  } AS other_departments,
  [(post)-[edge:REPORTS_TO]->(other:Post) WHERE edge.since <= $version AND coalesce($version < edge.ended, true) | other.key][0] AS reports_to,
  state.fte AS fte,
  coalesce(state.functions, []) AS functions,
  COLLECT {
    MATCH (post)-[edge:LIMITED_TO]->(other:Customer|Subsidiary)
    WHERE edge.since <= $version AND coalesce($version < edge.ended, true)
    RETURN DISTINCT other.key AS other_key
    ORDER BY other_key
  } AS customers,
  COLLECT {
    MATCH (post)-[edge:LIMITED_TO]->(other:Industry)
    WHERE edge.since <= $version AND coalesce($version < edge.ended, true)
    RETURN DISTINCT other.key AS other_key
    ORDER BY other_key
  } AS industries,
  COLLECT {
    MATCH (post)-[edge:LIMITED_TO]->(other:Territory)
    WHERE edge.since <= $version AND coalesce($version < edge.ended, true)
    RETURN DISTINCT other.key AS other_key
    ORDER BY other_key
  } AS territories,
  state.made_from AS made_from,
  state.from AS start,
  state.until AS until
ORDER BY key
