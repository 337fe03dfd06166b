// Link splits to what they name, in place of what they named before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
UNWIND $rows AS row
MATCH (split:RevenueSplit {key: row.key})
CALL (split) {
  MATCH (split)-[old:ABOUT|STATED_IN]->()
  DELETE old
}
CALL (row, split) {
  MATCH (strategy:Strategy {key: row.strategy})
  CREATE (split)-[:ABOUT]->(strategy)
}
CALL (row, split) {
  UNWIND row.sources AS source_key
  MATCH (source:Source {key: source_key})
  CREATE (split)-[:STATED_IN]->(source)
}
