// Link territories to what they name, in place of what they named before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
UNWIND $rows AS row
MATCH (territory:Territory {key: row.key})
CALL (territory) {
  MATCH (territory)-[old:PART_OF|STATED_IN]->()
  DELETE old
}
CALL (row, territory) {
  MATCH (parent:Territory {key: row.parent})
  CREATE (territory)-[:PART_OF]->(parent)
}
CALL (row, territory) {
  UNWIND row.sources AS source_key
  MATCH (source:Source {key: source_key})
  CREATE (territory)-[:STATED_IN]->(source)
}
