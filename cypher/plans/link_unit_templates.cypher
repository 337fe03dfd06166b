// Link unit templates to what they name, from this load on, where that is not what they named before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MATCH (template:UnitTemplate {key: row.key})
WHERE NOT EXISTS {
  MATCH (template)-[:WAS]->(former {ended: $load})
  WHERE former.linked = row.properties.linked
}
CALL (template) {
  MATCH (template)-[old:STATED_IN]->()
  WHERE old.ended IS NULL
  SET old.ended = $load
}
CALL (row, template) {
  UNWIND row.sources AS source_key
  MATCH (source:Source {key: source_key})
  CREATE (template)-[:STATED_IN {since: $load}]->(source)
}
