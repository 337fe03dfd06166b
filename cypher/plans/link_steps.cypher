// Link steps to what they name, in place of what they named before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
UNWIND $rows AS row
MATCH (step:Step {key: row.key})
CALL (step) {
  MATCH (step)-[old:STATED_IN]->()
  DELETE old
}
CALL (step) {
  MATCH (step)<-[old:HAS_STEP]-()
  DELETE old
}
CALL (row, step) {
  MATCH (strategy:Strategy {key: row.strategy})
  CREATE (strategy)-[:HAS_STEP]->(step)
}
CALL (row, step) {
  UNWIND row.sources AS source_key
  MATCH (source:Source {key: source_key})
  CREATE (step)-[:STATED_IN]->(source)
}
