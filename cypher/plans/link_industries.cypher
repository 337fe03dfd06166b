// Link industries to what they name, in place of what they named before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
UNWIND $rows AS row
MATCH (industry:Industry {key: row.key})
CALL (industry) {
  MATCH (industry)-[old:PART_OF|STATED_IN]->()
  DELETE old
}
CALL (row, industry) {
  MATCH (parent:Industry {key: row.parent})
  CREATE (industry)-[:PART_OF]->(parent)
}
CALL (row, industry) {
  UNWIND row.sources AS source_key
  MATCH (source:Source {key: source_key})
  CREATE (industry)-[:STATED_IN]->(source)
}
