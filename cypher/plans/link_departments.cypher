// Link departments to what they name, in place of what they named before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
UNWIND $rows AS row
MATCH (department:Department {key: row.key})
CALL (department) {
  MATCH (department)-[old:PART_OF|STATED_IN]->()
  DELETE old
}
CALL (row, department) {
  MATCH (parent:Department {key: row.parent})
  CREATE (department)-[:PART_OF]->(parent)
}
CALL (row, department) {
  UNWIND row.sources AS source_key
  MATCH (source:Source {key: source_key})
  CREATE (department)-[:STATED_IN]->(source)
}
