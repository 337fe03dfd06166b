// Write and link subsidiaries that no load ever brought before. Parents come before children.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
CREATE (subsidiary:Subsidiary)
SET subsidiary = row.properties, subsidiary.since = $load
WITH row, subsidiary
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
  UNWIND row.sources AS source_key
  MATCH (source:Source {key: source_key})
  CREATE (subsidiary)-[:STATED_IN {since: $load}]->(source)
}
CALL (row, subsidiary) {
  MATCH (segment:Segment {key: row.segment})
  CREATE (subsidiary)-[:IN_SEGMENT {since: $load}]->(segment)
}
