// Link rules to what they name, from this load on, where that is not what they named before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MATCH (rule:AssignmentRule {key: row.key})
WHERE NOT EXISTS {
  MATCH (rule)-[:WAS]->(former {ended: $load})
  WHERE former.linked = row.properties.linked
}
CALL (rule) {
  MATCH (rule)-[old:ABOUT|ASSIGNS|SPLITS_BY|STATED_IN]->()
  WHERE old.ended IS NULL
  SET old.ended = $load
}
CALL (row, rule) {
  UNWIND row.customers AS customer_key
  MATCH (customer:Customer {key: customer_key})
  CREATE (rule)-[:ABOUT {since: $load}]->(customer)
}
CALL (row, rule) {
  UNWIND row.industries AS industry_key
  MATCH (industry:Industry {key: industry_key})
  CREATE (rule)-[:ABOUT {since: $load}]->(industry)
}
CALL (row, rule) {
  UNWIND row.territories AS territory_key
  MATCH (territory:Territory {key: territory_key})
  CREATE (rule)-[:ABOUT {since: $load}]->(territory)
}
CALL (row, rule) {
  MATCH (department:Department {key: row.department})
  CREATE (rule)-[:ASSIGNS {since: $load}]->(department)
}
CALL (row, rule) {
  MATCH (split:RevenueSplit {key: row.split})
  CREATE (rule)-[:SPLITS_BY {since: $load}]->(split)
}
CALL (row, rule) {
  UNWIND row.sources AS source_key
  MATCH (source:Source {key: source_key})
  CREATE (rule)-[:STATED_IN {since: $load}]->(source)
}
