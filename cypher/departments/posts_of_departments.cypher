// The posts in each of these departments, by name.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param version: INTEGER NOT NULL
// column key: STRING NOT NULL
// column linked_key: STRING NOT NULL
UNWIND $keys AS key
MATCH (post:Post)-[placed:POST_IN]->(:Department {key: key})
WHERE placed.since <= $version AND coalesce($version < placed.ended, true)
CALL (post) {
  WITH post, properties(post) AS now
  OPTIONAL MATCH (post)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
RETURN key AS key, post.key AS linked_key
ORDER BY key, state.name, linked_key
