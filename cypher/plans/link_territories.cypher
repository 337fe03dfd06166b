// Link territories to what they name, from this load on, where that is not what they named before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MATCH (territory:Territory {key: row.key})
WHERE NOT EXISTS {
  MATCH (territory)-[:WAS]->(former {ended: $load})
  WHERE former.linked = row.properties.linked
}
CALL (territory) {
  MATCH (territory)-[old:PART_OF|STATED_IN]->()
  WHERE old.ended IS NULL
  SET old.ended = $load
}
CALL (row, territory) {
  MATCH (parent:Territory {key: row.parent})
  CREATE (territory)-[:PART_OF {since: $load}]->(parent)
}
CALL (row, territory) {
  UNWIND row.sources AS source_key
  MATCH (source:Source {key: source_key})
  CREATE (territory)-[:STATED_IN {since: $load}]->(source)
}
