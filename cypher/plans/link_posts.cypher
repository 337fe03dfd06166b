// Link posts to what they name, from this load on, where that is not what they named before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MATCH (post:Post {key: row.key})
WHERE NOT EXISTS {
  MATCH (post)-[:WAS]->(former {ended: $load})
  WHERE former.linked = row.properties.linked
}
CALL (post) {
  MATCH (post)-[old:LIMITED_TO|POST_IN|REPORTS_TO|STATED_IN]->()
  WHERE old.ended IS NULL
  SET old.ended = $load
}
CALL (row, post) {
  MATCH (department:Department {key: row.department})
  CREATE (post)-[:POST_IN {since: $load}]->(department)
}
CALL (row, post) {
  UNWIND row.other_departments AS department_key
  MATCH (department:Department {key: department_key})
  CREATE (post)-[:POST_IN {further: true, since: $load}]->(department)
}
CALL (row, post) {
  MATCH (superior:Post {key: row.reports_to})
  CREATE (post)-[:REPORTS_TO {since: $load}]->(superior)
}
CALL (row, post) {
  UNWIND row.customers AS customer_key
  MATCH (customer:Customer {key: customer_key})
  CREATE (post)-[:LIMITED_TO {since: $load}]->(customer)
}
CALL (row, post) {
  UNWIND row.subsidiaries AS subsidiary_key
  MATCH (subsidiary:Subsidiary {key: subsidiary_key})
  CREATE (post)-[:LIMITED_TO {since: $load}]->(subsidiary)
}
CALL (row, post) {
  UNWIND row.industries AS industry_key
  MATCH (industry:Industry {key: industry_key})
  CREATE (post)-[:LIMITED_TO {since: $load}]->(industry)
}
CALL (row, post) {
  UNWIND row.territories AS territory_key
  MATCH (territory:Territory {key: territory_key})
  CREATE (post)-[:LIMITED_TO {since: $load}]->(territory)
}
CALL (row, post) {
  UNWIND row.sources AS source_key
  MATCH (source:Source {key: source_key})
  CREATE (post)-[:STATED_IN {since: $load}]->(source)
}
