// Link responsibilities to what they name, from this load on, where that is not what they named before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MATCH (responsibility:Responsibility {key: row.key})
WHERE NOT EXISTS {
  MATCH (responsibility)-[:WAS]->(former {ended: $load})
  WHERE former.linked = row.properties.linked
}
CALL (responsibility) {
  MATCH (responsibility)-[old:ABOUT|STATED_IN]->()
  WHERE old.ended IS NULL
  SET old.ended = $load
}
CALL (responsibility) {
  MATCH (responsibility)<-[old:RESPONSIBLE_FOR]-()
  WHERE old.ended IS NULL
  SET old.ended = $load
}
CALL (row, responsibility) {
  MATCH (step:Step {key: row.step})
  CREATE (responsibility)-[:ABOUT {since: $load}]->(step)
}
CALL (row, responsibility) {
  UNWIND row.parties AS party
  MATCH (department:Department {key: party.department})
  CREATE (department)-[:RESPONSIBLE_FOR {role: party.role, since: $load}]->(responsibility)
}
CALL (row, responsibility) {
  UNWIND row.sources AS source_key
  MATCH (source:Source {key: source_key})
  CREATE (responsibility)-[:STATED_IN {since: $load}]->(source)
}
