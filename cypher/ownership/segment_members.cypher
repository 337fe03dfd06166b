// One member of each segment that has any: all its members are alike to every rule.
//
// access: read
// column segment: STRING NOT NULL
// column size: INTEGER NOT NULL
// column account: STRING NOT NULL
MATCH (segment:Segment)
CALL (segment) {
  MATCH (account:Customer|Subsidiary)-[:IN_SEGMENT]->(segment)
  RETURN account
  LIMIT 1
}
RETURN segment.key AS segment, segment.size AS size, account.key AS account
ORDER BY segment
