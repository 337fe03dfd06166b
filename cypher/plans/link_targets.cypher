// Link targets to what they name, in place of what they named before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
UNWIND $rows AS row
MATCH (target:Target {key: row.key})
CALL (target) {
  MATCH (target)-[old:MEASURES|STATED_IN]->()
  DELETE old
}
CALL (target) {
  MATCH (target)<-[old:HAS_TARGET]-()
  DELETE old
}
CALL (row, target) {
  MATCH (department:Department {key: row.department})
  CREATE (department)-[:HAS_TARGET]->(target)
}
CALL (row, target) {
  MATCH (indicator:Indicator {key: row.indicator})
  CREATE (target)-[:MEASURES]->(indicator)
}
CALL (row, target) {
  UNWIND row.sources AS source_key
  MATCH (source:Source {key: source_key})
  CREATE (target)-[:STATED_IN]->(source)
}
