// Link steps to what they name, from this load on, where that is not what they named before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MATCH (step:Step {key: row.key})
WHERE NOT EXISTS {
  MATCH (step)-[:WAS]->(former {ended: $load})
  WHERE former.linked = row.properties.linked
}
CALL (step) {
  MATCH (step)-[old:STATED_IN]->()
  WHERE old.ended IS NULL
  SET old.ended = $load
}
CALL (step) {
  MATCH (step)<-[old:HAS_STEP]-()
  WHERE old.ended IS NULL
  SET old.ended = $load
}
CALL (row, step) {
  MATCH (strategy:Strategy {key: row.strategy})
  CREATE (strategy)-[:HAS_STEP {since: $load}]->(step)
}
CALL (row, step) {
  UNWIND row.sources AS source_key
  MATCH (source:Source {key: source_key})
  CREATE (step)-[:STATED_IN {since: $load}]->(source)
}
