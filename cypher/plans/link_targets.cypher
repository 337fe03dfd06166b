// Link targets to what they name, from this load on, where that is not what they named before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MATCH (target:Target {key: row.key})
WHERE NOT EXISTS {
  MATCH (target)-[:WAS]->(former {ended: $load})
  WHERE former.linked = row.properties.linked
}
CALL (target) {
  MATCH (target)-[old:MEASURES|STATED_IN]->()
  WHERE old.ended IS NULL
  SET old.ended = $load
}
CALL (target) {
  MATCH (target)<-[old:HAS_TARGET]-()
  WHERE old.ended IS NULL
  SET old.ended = $load
}
CALL (row, target) {
  MATCH (department:Department {key: row.department})
  CREATE (department)-[:HAS_TARGET {since: $load}]->(target)
}
CALL (row, target) {
  MATCH (indicator:Indicator {key: row.indicator})
  CREATE (target)-[:MEASURES {since: $load}]->(indicator)
}
CALL (row, target) {
  UNWIND row.sources AS source_key
  MATCH (source:Source {key: source_key})
  CREATE (target)-[:STATED_IN {since: $load}]->(source)
}
