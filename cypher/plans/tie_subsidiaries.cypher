// Link subsidiaries that were just added to others of their kind, whichever came first.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MATCH (subsidiary:Subsidiary {key: row.key})
CALL (row, subsidiary) {
  UNWIND row.other_parents AS stake
  MATCH (parent:Customer|Subsidiary {key: stake.parent})
  CREATE (subsidiary)-[:HELD_BY {
    share: stake.share,
    from: stake.start,
    until: stake.until,
    from_unknown: stake.start_unknown,
    until_unknown: stake.until_unknown,
    since: $load
  }]->(parent)
}
CALL (row, subsidiary) {
  UNWIND [key IN [row.successor] WHERE key IS NOT NULL] AS successor_key
  MATCH (successor:Customer|Subsidiary {key: successor_key})
  CREATE (subsidiary)-[:SUCCEEDED_BY {since: $load}]->(successor)
}
