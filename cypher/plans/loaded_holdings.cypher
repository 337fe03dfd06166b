// Everything that a version says about who holds which post; in no order.
//
// access: read
// param version: INTEGER NOT NULL
// column person: STRING NOT NULL
// column post: STRING NOT NULL
// column start: DATE
// column until: DATE
// column acting: BOOLEAN
// column fte: FLOAT
// column illustrative: BOOLEAN
// column folder: STRING
MATCH (person:Person)-[edge:HOLDS]->(post:Post)
WHERE edge.since <= $version AND coalesce($version < edge.ended, true)
RETURN
  person.key AS person,
  post.key AS post,
  edge.from AS start,
  edge.until AS until,
  edge.acting AS acting,
  edge.fte AS fte,
  edge.illustrative AS illustrative,
  edge.folder AS folder
