// Write template posts: new ones, and new states of those that changed. A state that ends is kept as a
// `Former`, and so is a time in which there was none.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
CALL (row) {
  MATCH (post:TemplatePost {key: row.key})
  CREATE (post)-[:WAS]->(former:Former)
  SET
    former = properties(post),
    former.since = coalesce(post.changed, post.since),
    former.ended = coalesce(post.ended, $load)
  WITH post
  WHERE post.ended IS NOT NULL
  CREATE (post)-[:WAS]->(:Former {key: row.key, since: post.ended, ended: $load, absent: true})
}
MERGE (post:TemplatePost {key: row.key})
WITH row, post, post.since AS since
SET
  post = row.properties,
  post.since = coalesce(since, $load),
  post.changed = CASE WHEN since IS NOT NULL THEN $load END
