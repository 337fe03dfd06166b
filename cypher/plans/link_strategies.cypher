// Link strategies to what they name, in place of what they named before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
UNWIND $rows AS row
MATCH (strategy:Strategy {key: row.key})
CALL (strategy) {
  MATCH (strategy)-[old:PART_OF|STATED_IN]->()
  DELETE old
}
CALL (row, strategy) {
  MATCH (parent:Strategy {key: row.parent})
  CREATE (strategy)-[:PART_OF]->(parent)
}
CALL (row, strategy) {
  UNWIND row.sources AS source_key
  MATCH (source:Source {key: source_key})
  CREATE (strategy)-[:STATED_IN]->(source)
}
