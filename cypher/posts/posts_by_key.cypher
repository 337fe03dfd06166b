// Posts by key, in no order; an unknown key gives no row.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param version: INTEGER NOT NULL
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column illustrative: BOOLEAN NOT NULL
// column functions: LIST<STRING NOT NULL> NOT NULL
// column start: DATE
// column until: DATE
// column department: STRING
// column other_departments: LIST<STRING NOT NULL> NOT NULL
// column reports_to: STRING
// column fte: FLOAT
UNWIND $keys AS key
MATCH (post:Post {key: key})
WHERE post.since <= $version AND coalesce($version < post.ended, true)
CALL (post) {
  WITH post, properties(post) AS now
  OPTIONAL MATCH (post)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
WITH post, state
WHERE state.absent IS NULL
OPTIONAL MATCH (post)-[placed:POST_IN]->(department:Department)
WHERE placed.further IS NULL AND placed.since <= $version AND coalesce($version < placed.ended, true)
RETURN
  post.key AS key,
  state.name AS name,
  state.name_en AS name_en,
  coalesce(state.illustrative, false) AS illustrative,
  coalesce(state.functions, []) AS functions,
  state.from AS start,
  state.until AS until,
  department.key AS department,
  COLLECT {
    MATCH (post)-[also:POST_IN]->(other:Department)
    WHERE also.further AND also.since <= $version AND coalesce($version < also.ended, true)
    RETURN DISTINCT other.key AS other_key
    ORDER BY other_key
  } AS other_departments,
  [(post)-[reports:REPORTS_TO]->(superior:Post) WHERE reports.since <= $version AND coalesce($version < reports.ended, true) | superior.key][0] AS reports_to,
  state.fte AS fte
