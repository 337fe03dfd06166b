// Link specialties to what they name, from this load on, where that is not what they named before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MATCH (specialty:Specialty {key: row.key})
WHERE NOT EXISTS {
  MATCH (specialty)-[:WAS]->(former {ended: $load})
  WHERE former.linked = row.properties.linked
}
CALL (specialty) {
  MATCH (specialty)-[old:STATED_IN]->()
  WHERE old.ended IS NULL
  SET old.ended = $load
}
CALL (row, specialty) {
  UNWIND row.sources AS source_key
  MATCH (source:Source {key: source_key})
  CREATE (specialty)-[:STATED_IN {since: $load}]->(source)
}
