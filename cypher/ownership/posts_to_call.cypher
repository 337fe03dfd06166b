// The posts of departments with what each serves and is limited to.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param version: INTEGER NOT NULL
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
MATCH (post:Post)-[placed:POST_IN]->(:Department {key: key})
WHERE placed.since <= $version AND coalesce($version < placed.ended, true)
CALL (post) {
  WITH post, properties(post) AS now
  OPTIONAL MATCH (post)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
RETURN
  key,
  post.key AS post,
  state.name AS name,
  coalesce(state.functions, []) AS functions,
  COLLECT {
    MATCH (post)-[limited:LIMITED_TO]->(to:Customer|Subsidiary)
    WHERE limited.since <= $version AND coalesce($version < limited.ended, true)
    RETURN to.key
  } AS customers,
  COLLECT {
    MATCH (post)-[limited:LIMITED_TO]->(to:Industry)
    WHERE limited.since <= $version AND coalesce($version < limited.ended, true)
    RETURN to.key
  } AS industries,
  COLLECT {
    MATCH (post)-[limited:LIMITED_TO]->(to:Territory)
    WHERE limited.since <= $version AND coalesce($version < limited.ended, true)
    RETURN to.key
  } AS territories,
  state.from AS start,
  state.until AS until
ORDER BY key, post
