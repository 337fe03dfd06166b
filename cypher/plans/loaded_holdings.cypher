// Everything that a version says about who holds which post, those that are alike in a row: the
// first person holds the first post, and so on. In no order.
//
// access: read
// param version: INTEGER NOT NULL
// column persons: LIST<STRING NOT NULL> NOT NULL
// column posts: LIST<STRING NOT NULL> NOT NULL
// column start: DATE
// column until: DATE
// column acting: BOOLEAN
// column fte: FLOAT
// column illustrative: BOOLEAN
// column folder: STRING
MATCH (person:Person)-[edge:HOLDS]->(post:Post)
WHERE edge.since <= $version AND coalesce($version < edge.ended, true)
RETURN
  collect(person.key) AS persons,
  collect(post.key) AS posts,
  edge.from AS start,
  edge.until AS until,
  edge.acting AS acting,
  edge.fte AS fte,
  edge.illustrative AS illustrative,
  edge.folder AS folder
