// Link responsibilities to what they name, in place of what they named before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
UNWIND $rows AS row
MATCH (responsibility:Responsibility {key: row.key})
CALL (responsibility) {
  MATCH (responsibility)-[old:ABOUT|STATED_IN]->()
  DELETE old
}
CALL (responsibility) {
  MATCH (responsibility)<-[old:RESPONSIBLE_FOR]-()
  DELETE old
}
CALL (row, responsibility) {
  MATCH (step:Step {key: row.step})
  CREATE (responsibility)-[:ABOUT]->(step)
}
CALL (row, responsibility) {
  UNWIND row.parties AS party
  MATCH (department:Department {key: party.department})
  CREATE (department)-[:RESPONSIBLE_FOR {role: party.role}]->(responsibility)
}
CALL (row, responsibility) {
  UNWIND row.sources AS source_key
  MATCH (source:Source {key: source_key})
  CREATE (responsibility)-[:STATED_IN]->(source)
}
