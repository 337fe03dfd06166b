// Who holds these posts in a version, sorted by post, person and start.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param version: INTEGER NOT NULL
// column person: STRING NOT NULL
// column post: STRING NOT NULL
// column start: DATE
// column until: DATE
// column acting: BOOLEAN NOT NULL
// column fte: FLOAT
// column illustrative: BOOLEAN NOT NULL
// column folder: STRING
UNWIND $keys AS key
MATCH (person:Person)-[edge:HOLDS]->(post:Post {key: key})
WHERE edge.since <= $version AND coalesce($version < edge.ended, true)
RETURN
  person.key AS person,
  post.key AS post,
  edge.from AS start,
  edge.until AS until,
  coalesce(edge.acting, false) AS acting,
  edge.fte AS fte,
  coalesce(edge.illustrative, false) AS illustrative,
  edge.folder AS folder
ORDER BY post, person, start
