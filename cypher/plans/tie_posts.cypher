// Link posts that were just added to others of their kind, whichever came first.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MATCH (post:Post {key: row.key})
CALL (row, post) {
  MATCH (superior:Post {key: row.reports_to})
  CREATE (post)-[:REPORTS_TO {since: $load}]->(superior)
}
