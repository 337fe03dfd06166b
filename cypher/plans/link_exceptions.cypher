// Link exceptions to what they name, from this load on, where that is not what they named before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MATCH (exception:NamedException {key: row.key})
WHERE NOT EXISTS {
  MATCH (exception)-[:WAS]->(former {ended: $load})
  WHERE former.linked = row.properties.linked
}
CALL (exception) {
  MATCH (exception)-[old:ABOUT|ASSIGNS|SPLITS_BY|STATED_IN]->()
  WHERE old.ended IS NULL
  SET old.ended = $load
}
CALL (row, exception) {
  MATCH (customer:Customer {key: row.customer})
  CREATE (exception)-[:ABOUT {since: $load}]->(customer)
}
CALL (row, exception) {
  MATCH (subsidiary:Subsidiary {key: row.subsidiary})
  CREATE (exception)-[:ABOUT {since: $load}]->(subsidiary)
}
CALL (row, exception) {
  MATCH (department:Department {key: row.department})
  CREATE (exception)-[:ASSIGNS {since: $load}]->(department)
}
CALL (row, exception) {
  MATCH (split:RevenueSplit {key: row.split})
  CREATE (exception)-[:SPLITS_BY {since: $load}]->(split)
}
CALL (row, exception) {
  UNWIND row.sources AS source_key
  MATCH (source:Source {key: source_key})
  CREATE (exception)-[:STATED_IN {since: $load}]->(source)
}
