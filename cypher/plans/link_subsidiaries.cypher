// Link subsidiaries to what they name, from this load on, where that is not what they named before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MATCH (subsidiary:Subsidiary {key: row.key})
WHERE NOT EXISTS {
  MATCH (subsidiary)-[:WAS]->(former {ended: $load})
  WHERE former.linked = row.properties.linked
}
CALL (subsidiary) {
  MATCH (subsidiary)-[old:HELD_BY|IN_INDUSTRY|LOCATED_IN|PART_OF|STATED_IN|SUBSIDIARY_OF|SUCCEEDED_BY]->()
  WHERE old.ended IS NULL
  SET old.ended = $load
}
CALL (row, subsidiary) {
  MATCH (parent:Subsidiary {key: row.parent})
  CREATE (subsidiary)-[:SUBSIDIARY_OF {
    share: row.share,
    from: row.share_start,
    until: row.share_until,
    from_unknown: row.share_start_unknown,
    until_unknown: row.share_until_unknown,
    since: $load
  }]->(parent)
}
CALL (row, subsidiary) {
  MATCH (group:Customer {key: row.group_above})
  CREATE (subsidiary)-[:SUBSIDIARY_OF {
    share: row.share,
    from: row.share_start,
    until: row.share_until,
    from_unknown: row.share_start_unknown,
    until_unknown: row.share_until_unknown,
    since: $load
  }]->(group)
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
CALL (row, subsidiary) {
  UNWIND row.sources AS source_key
  MATCH (source:Source {key: source_key})
  CREATE (subsidiary)-[:STATED_IN {since: $load}]->(source)
}
