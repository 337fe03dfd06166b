// Link subsidiaries to what they name, in place of what they named before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
UNWIND $rows AS row
MATCH (subsidiary:Subsidiary {key: row.key})
CALL (subsidiary) {
  MATCH (subsidiary)-[old:IN_INDUSTRY|LOCATED_IN|PART_OF|STATED_IN|SUBSIDIARY_OF]->()
  DELETE old
}
CALL (row, subsidiary) {
  MATCH (parent:Subsidiary {key: row.parent})
  CREATE (subsidiary)-[:SUBSIDIARY_OF]->(parent)
}
CALL (row, subsidiary) {
  MATCH (group:Customer {key: row.group_above})
  CREATE (subsidiary)-[:SUBSIDIARY_OF]->(group)
}
CALL (row, subsidiary) {
  MATCH (group:Customer {key: row.customer})
  CREATE (subsidiary)-[:PART_OF]->(group)
}
CALL (row, subsidiary) {
  MATCH (industry:Industry {key: row.industry})
  CREATE (subsidiary)-[:IN_INDUSTRY]->(industry)
}
CALL (row, subsidiary) {
  MATCH (territory:Territory {key: row.territory})
  CREATE (subsidiary)-[:LOCATED_IN]->(territory)
}
CALL (row, subsidiary) {
  UNWIND row.sources AS source_key
  MATCH (source:Source {key: source_key})
  CREATE (subsidiary)-[:STATED_IN]->(source)
}
