// Link people to what they name, in place of what they named before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
UNWIND $rows AS row
MATCH (person:Person {key: row.key})
CALL (person) {
  MATCH (person)-[old:STATED_IN]->()
  DELETE old
}
CALL (row, person) {
  UNWIND row.sources AS source_key
  MATCH (source:Source {key: source_key})
  CREATE (person)-[:STATED_IN]->(source)
}
