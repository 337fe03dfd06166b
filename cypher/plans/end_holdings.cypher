// Remove what the plan no longer says about who holds which post.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MATCH (person:Person {key: row.person})-[old:HOLDS]->(post:Post {key: row.post})
WHERE
  old.ended IS NULL
  AND (old.from = row.start OR (old.from IS NULL AND row.start IS NULL))
  AND (old.until = row.until OR (old.until IS NULL AND row.until IS NULL))
SET old.ended = $load
