// Link strategies to what they name, from this load on, where that is not what they named before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MATCH (strategy:Strategy {key: row.key})
WHERE NOT EXISTS {
  MATCH (strategy)-[:WAS]->(former {ended: $load})
  WHERE former.linked = row.properties.linked
}
CALL (strategy) {
  MATCH (strategy)-[old:PART_OF|STATED_IN]->()
  WHERE old.ended IS NULL
  SET old.ended = $load
}
CALL (row, strategy) {
  MATCH (parent:Strategy {key: row.parent})
  CREATE (strategy)-[:PART_OF {since: $load}]->(parent)
}
CALL (row, strategy) {
  UNWIND row.sources AS source_key
  MATCH (source:Source {key: source_key})
  CREATE (strategy)-[:STATED_IN {since: $load}]->(source)
}
