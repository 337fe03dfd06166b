// Link template departments to what they name, from this load on, where that is not what they named before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MATCH (department:TemplateDepartment {key: row.key})
WHERE NOT EXISTS {
  MATCH (department)-[:WAS]->(former {ended: $load})
  WHERE former.linked = row.properties.linked
}
CALL (department) {
  MATCH (department)-[old:PART_OF|STATED_IN]->()
  WHERE old.ended IS NULL
  SET old.ended = $load
}
CALL (row, department) {
  MATCH (parent:TemplateDepartment {key: row.parent})
  CREATE (department)-[:PART_OF {since: $load}]->(parent)
}
CALL (row, department) {
  MATCH (template:UnitTemplate {key: row.template})
  CREATE (department)-[:PART_OF {since: $load}]->(template)
}
CALL (row, department) {
  UNWIND row.sources AS source_key
  MATCH (source:Source {key: source_key})
  CREATE (department)-[:STATED_IN {since: $load}]->(source)
}
