// Link subsidiaries to what they name, from this load on.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MATCH (subsidiary:Subsidiary {key: row.key})
CALL (subsidiary) {
  MATCH (subsidiary)-[old:IN_INDUSTRY|LOCATED_IN|PART_OF|STATED_IN|SUBSIDIARY_OF]->()
  WHERE old.ended IS NULL
  SET old.ended = $load
}
CALL (row, subsidiary) {
  MATCH (parent:Subsidiary {key: row.parent})
  CREATE (subsidiary)-[:SUBSIDIARY_OF {since: $load}]->(parent)
}
CALL (row, subsidiary) {
  MATCH (group:Customer {key: row.group_above})
  CREATE (subsidiary)-[:SUBSIDIARY_OF {since: $load}]->(group)
}
CALL (row, subsidiary) {
  MATCH (group:Customer {key: row.customer})
  CREATE (subsidiary)-[:PART_OF {since: $load}]->(group)
}
CALL (row, subsidiary) {
  MATCH (industry:Industry {key: row.industry})
  CREATE (subsidiary)-[:IN_INDUSTRY {since: $load}]->(industry)
}
CALL (row, subsidiary) {
  MATCH (territory:Territory {key: row.territory})
  CREATE (subsidiary)-[:LOCATED_IN {since: $load}]->(territory)
}
CALL (row, subsidiary) {
  UNWIND row.sources AS source_key
  MATCH (source:Source {key: source_key})
  CREATE (subsidiary)-[:STATED_IN {since: $load}]->(source)
}
