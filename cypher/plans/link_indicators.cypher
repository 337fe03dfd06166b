// Link indicators to what they name, in place of what they named before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
UNWIND $rows AS row
MATCH (indicator:Indicator {key: row.key})
CALL (indicator) {
  MATCH (indicator)-[old:STATED_IN]->()
  DELETE old
}
CALL (row, indicator) {
  UNWIND row.sources AS source_key
  MATCH (source:Source {key: source_key})
  CREATE (indicator)-[:STATED_IN]->(source)
}
