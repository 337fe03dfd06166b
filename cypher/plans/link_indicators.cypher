// Link indicators to what they name, from this load on, where that is not what they named before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MATCH (indicator:Indicator {key: row.key})
WHERE NOT EXISTS {
  MATCH (indicator)-[:WAS]->(former {ended: $load})
  WHERE former.linked = row.properties.linked
}
CALL (indicator) {
  MATCH (indicator)-[old:STATED_IN]->()
  WHERE old.ended IS NULL
  SET old.ended = $load
}
CALL (row, indicator) {
  UNWIND row.sources AS source_key
  MATCH (source:Source {key: source_key})
  CREATE (indicator)-[:STATED_IN {since: $load}]->(source)
}
