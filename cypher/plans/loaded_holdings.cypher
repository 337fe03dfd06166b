// Every statement in the graph about who holds which post.
//
// access: read
// column person: STRING NOT NULL
// column post: STRING NOT NULL
// column start: DATE
// column until: DATE
MATCH (person:Person)-[edge:HOLDS]->(post:Post)
RETURN person.key AS person, post.key AS post, edge.from AS start, edge.until AS until
ORDER BY person, post, start
