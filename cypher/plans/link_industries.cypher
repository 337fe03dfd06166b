// Link industries to what they name, from this load on, where that is not what they named before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MATCH (industry:Industry {key: row.key})
WHERE NOT EXISTS {
  MATCH (industry)-[:WAS]->(former {ended: $load})
  WHERE former.linked = row.properties.linked
}
CALL (industry) {
  MATCH (industry)-[old:PART_OF|STATED_IN]->()
  WHERE old.ended IS NULL
  SET old.ended = $load
}
CALL (row, industry) {
  MATCH (parent:Industry {key: row.parent})
  CREATE (industry)-[:PART_OF {since: $load}]->(parent)
}
CALL (row, industry) {
  UNWIND row.sources AS source_key
  MATCH (source:Source {key: source_key})
  CREATE (industry)-[:STATED_IN {since: $load}]->(source)
}
