// Remove what the plan no longer says about who holds which post.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
UNWIND $rows AS row
MATCH (person:Person {key: row.person})-[old:HOLDS]->(post:Post {key: row.post})
WHERE
  (old.from = row.from OR (old.from IS NULL AND row.from IS NULL))
  AND (old.until = row.until OR (old.until IS NULL AND row.until IS NULL))
DELETE old
