// Link customers to what they name, from this load on, where that is not what they named before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MATCH (customer:Customer {key: row.key})
WHERE NOT EXISTS {
  MATCH (customer)-[:WAS]->(former {ended: $load})
  WHERE former.linked = row.properties.linked
}
CALL (customer) {
  MATCH (customer)-[old:HELD_BY|IN_INDUSTRY|LOCATED_IN|STATED_IN|SUCCEEDED_BY]->()
  WHERE old.ended IS NULL
  SET old.ended = $load
}
CALL (row, customer) {
  MATCH (industry:Industry {key: row.industry})
  CREATE (customer)-[:IN_INDUSTRY {since: $load}]->(industry)
}
CALL (row, customer) {
  MATCH (territory:Territory {key: row.territory})
  CREATE (customer)-[:LOCATED_IN {since: $load}]->(territory)
}
CALL (row, customer) {
  UNWIND row.other_parents AS stake
  MATCH (parent:Customer|Subsidiary {key: stake.parent})
  CREATE (customer)-[:HELD_BY {
    share: stake.share,
    from: stake.start,
    until: stake.until,
    from_unknown: stake.start_unknown,
    until_unknown: stake.until_unknown,
    since: $load
  }]->(parent)
}
CALL (row, customer) {
  UNWIND [key IN [row.successor] WHERE key IS NOT NULL] AS successor_key
  MATCH (successor:Customer|Subsidiary {key: successor_key})
  CREATE (customer)-[:SUCCEEDED_BY {since: $load}]->(successor)
}
CALL (row, customer) {
  UNWIND row.sources AS source_key
  MATCH (source:Source {key: source_key})
  CREATE (customer)-[:STATED_IN {since: $load}]->(source)
}
