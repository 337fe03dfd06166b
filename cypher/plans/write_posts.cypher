// Write posts of a plan: new ones, and those that changed. Their links come afterwards.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
UNWIND $rows AS row
MERGE (post:Post {key: row.key})
SET
  post.name = row.name,
  post.name_en = row.name_en,
  post.illustrative = row.illustrative,
  post.digest = row.digest,
  post.functions = row.functions,
  post.from = row.from,
  post.until = row.until
