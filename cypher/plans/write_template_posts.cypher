// Write template posts: new ones, and new states of those that changed, which are kept before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MERGE (post:TemplatePost {key: row.key})
WITH row, post, post.since AS since
SET
  post = row.properties,
  post.since = coalesce(since, $load),
  post.changed = CASE WHEN since IS NOT NULL THEN $load END
