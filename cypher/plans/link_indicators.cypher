// Link indicators to what they name, from this load on.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MATCH (indicator:Indicator {key: row.key})
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
