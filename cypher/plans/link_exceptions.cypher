// Link exceptions to what they name, in place of what they named before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
UNWIND $rows AS row
MATCH (exception:NamedException {key: row.key})
CALL (exception) {
  MATCH (exception)-[old:ABOUT|ASSIGNS|SPLITS_BY|STATED_IN]->()
  DELETE old
}
CALL (row, exception) {
  MATCH (customer:Customer {key: row.customer})
  CREATE (exception)-[:ABOUT]->(customer)
}
CALL (row, exception) {
  MATCH (subsidiary:Subsidiary {key: row.subsidiary})
  CREATE (exception)-[:ABOUT]->(subsidiary)
}
CALL (row, exception) {
  MATCH (department:Department {key: row.department})
  CREATE (exception)-[:ASSIGNS]->(department)
}
CALL (row, exception) {
  MATCH (split:RevenueSplit {key: row.split})
  CREATE (exception)-[:SPLITS_BY]->(split)
}
CALL (row, exception) {
  UNWIND row.sources AS source_key
  MATCH (source:Source {key: source_key})
  CREATE (exception)-[:STATED_IN]->(source)
}
