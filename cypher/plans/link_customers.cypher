// Link customers to what they name, from this load on.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MATCH (customer:Customer {key: row.key})
CALL (customer) {
  MATCH (customer)-[old:IN_INDUSTRY|LOCATED_IN|STATED_IN]->()
  WHERE old.ended IS NULL
  SET old.ended = $load
}
CALL (row, customer) {
  MATCH (industry:Industry {key: row.industry})
  CREATE (customer)-[:IN_INDUSTRY {since: $load}]->(industry)
}
CALL (row, customer) {
  MATCH (territory:Territory {key: row.territory})
  CREATE (customer)-[:LOCATED_IN {since: $load}]->(territory)
}
CALL (row, customer) {
  UNWIND row.sources AS source_key
  MATCH (source:Source {key: source_key})
  CREATE (customer)-[:STATED_IN {since: $load}]->(source)
}
