// Link sources to what they name, from this load on, where that is not what they named before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MATCH (source:Source {key: row.key})
WHERE NOT EXISTS {
  MATCH (source)-[:WAS]->(former {ended: $load})
  WHERE former.linked = row.properties.linked
}
CALL (source) {
  MATCH (source)-[old:STATED_IN]->()
  WHERE old.ended IS NULL
  SET old.ended = $load
}
CALL (row, source) {
  UNWIND row.sources AS source_key
  MATCH (stated:Source {key: source_key})
  CREATE (source)-[:STATED_IN {since: $load}]->(stated)
}
