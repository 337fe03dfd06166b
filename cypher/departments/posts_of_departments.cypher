// The posts in each of these departments, by name.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// column key: STRING NOT NULL
// column linked_key: STRING NOT NULL
UNWIND $keys AS key
MATCH (post:Post)-[:POST_IN]->(:Department {key: key})
RETURN key AS key, post.key AS linked_key
ORDER BY key, post.name, linked_key
