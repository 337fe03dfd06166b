// Link customers to what they name, in place of what they named before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
UNWIND $rows AS row
MATCH (customer:Customer {key: row.key})
CALL (customer) {
  MATCH (customer)-[old:IN_INDUSTRY|LOCATED_IN|STATED_IN]->()
  DELETE old
}
CALL (row, customer) {
  MATCH (industry:Industry {key: row.industry})
  CREATE (customer)-[:IN_INDUSTRY]->(industry)
}
CALL (row, customer) {
  MATCH (territory:Territory {key: row.territory})
  CREATE (customer)-[:LOCATED_IN]->(territory)
}
CALL (row, customer) {
  UNWIND row.sources AS source_key
  MATCH (source:Source {key: source_key})
  CREATE (customer)-[:STATED_IN]->(source)
}
