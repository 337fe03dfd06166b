// Keep the states of posts that this load is about to change, each as a `Former`, and so the
// time in which there was none.
//
// access: write
// param keys: LIST<STRING NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $keys AS key
MATCH (post:Post {key: key})
CREATE (post)-[:WAS]->(former:Former)
SET
  former = properties(post),
  former.since = coalesce(post.changed, post.since),
  former.ended = coalesce(post.ended, $load),
  post.changed = $load
WITH key, post
WHERE post.ended IS NOT NULL
CREATE (post)-[:WAS]->(:Former {key: key, since: post.ended, ended: $load, absent: true})
