// Write who holds which post; the rows must not be there yet.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MATCH (person:Person {key: row.person})
MATCH (post:Post {key: row.post})
CREATE (person)-[:HOLDS {
  from: row.start,
  until: row.until,
  acting: row.acting,
  fte: row.fte,
  illustrative: row.illustrative,
  folder: row.folder,
  since: $load
}]->(post)
