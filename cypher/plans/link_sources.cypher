// Link sources to what they name, in place of what they named before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
UNWIND $rows AS row
MATCH (source:Source {key: row.key})
CALL (source) {
  MATCH (source)-[old:STATED_IN]->()
  DELETE old
}
CALL (row, source) {
  UNWIND row.sources AS source_key
  MATCH (stated:Source {key: source_key})
  CREATE (source)-[:STATED_IN]->(stated)
}
