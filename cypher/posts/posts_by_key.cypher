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
UNWIND $keys AS key
MATCH (post:Post {key: key})
WHERE post.since <= $version AND coalesce($version < post.ended, true)
CALL (post) {
  OPTIONAL MATCH (post)-[:WAS]->(former:Former)
  WHERE former.since <= $version < former.ended
  RETURN coalesce(former, post) AS state
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
  department.key AS department
