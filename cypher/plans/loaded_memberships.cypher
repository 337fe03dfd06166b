// The segment that each account is in; in no order.
//
// access: read
// column account: STRING NOT NULL
// column kind: STRING NOT NULL
// column segment: STRING NOT NULL
MATCH (account:Customer|Subsidiary)-[:IN_SEGMENT]->(segment:Segment)
RETURN account.key AS account, labels(account)[0] AS kind, segment.key AS segment
