// The posts of departments with what each serves and is limited to.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// column key: STRING NOT NULL
// column post: STRING NOT NULL
// column name: STRING NOT NULL
// column functions: LIST<STRING NOT NULL> NOT NULL
// column customers: LIST<STRING NOT NULL> NOT NULL
// column industries: LIST<STRING NOT NULL> NOT NULL
// column territories: LIST<STRING NOT NULL> NOT NULL
// column start: DATE
// column until: DATE
UNWIND $keys AS key
MATCH (post:Post)-[:POST_IN]->(:Department {key: key})
RETURN
  key,
  post.key AS post,
  post.name AS name,
  coalesce(post.functions, []) AS functions,
  COLLECT { MATCH (post)-[:LIMITED_TO]->(to:Customer|Subsidiary) RETURN to.key } AS customers,
  COLLECT { MATCH (post)-[:LIMITED_TO]->(to:Industry) RETURN to.key } AS industries,
  COLLECT { MATCH (post)-[:LIMITED_TO]->(to:Territory) RETURN to.key } AS territories,
  post.from AS start,
  post.until AS until
ORDER BY key, post
