// Link splits to what they name, from this load on, where that is not what they named before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MATCH (split:RevenueSplit {key: row.key})
WHERE NOT EXISTS {
  MATCH (split)-[:WAS]->(former {ended: $load})
  WHERE former.linked = row.properties.linked
}
CALL (split) {
  MATCH (split)-[old:ABOUT|STATED_IN]->()
  WHERE old.ended IS NULL
  SET old.ended = $load
}
CALL (row, split) {
  MATCH (strategy:Strategy {key: row.strategy})
  CREATE (split)-[:ABOUT {since: $load}]->(strategy)
}
CALL (row, split) {
  UNWIND row.sources AS source_key
  MATCH (source:Source {key: source_key})
  CREATE (split)-[:STATED_IN {since: $load}]->(source)
}
