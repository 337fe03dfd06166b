// Which posts each of these people holds, and for which time, the latest first.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param version: INTEGER NOT NULL
// column key: STRING NOT NULL
// column person: STRING NOT NULL
// column post: STRING NOT NULL
// column start: DATE
// column until: DATE
// column acting: BOOLEAN NOT NULL
// column fte: FLOAT
UNWIND $keys AS key
MATCH (person:Person {key: key})-[holds:HOLDS]->(post:Post)
WHERE holds.since <= $version AND coalesce($version < holds.ended, true)
RETURN
  key,
  person.key AS person,
  post.key AS post,
  holds.from AS start,
  holds.until AS until,
  coalesce(holds.acting, false) AS acting,
  holds.fte AS fte
ORDER BY key, start DESC, person, post
