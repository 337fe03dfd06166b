// Posts by key, in no order; an unknown key gives no row.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
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
OPTIONAL MATCH (post)-[:POST_IN]->(department:Department)
RETURN
  post.key AS key,
  post.name AS name,
  post.name_en AS name_en,
  coalesce(post.illustrative, false) AS illustrative,
  coalesce(post.functions, []) AS functions,
  post.from AS start,
  post.until AS until,
  department.key AS department
