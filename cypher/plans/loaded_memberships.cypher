// The accounts in each segment in a version; in no order.
//
// access: read
// param version: INTEGER NOT NULL
// column kind: STRING NOT NULL
// column segment: STRING NOT NULL
// column accounts: LIST<STRING NOT NULL> NOT NULL
MATCH (account:Customer|Subsidiary)-[edge:IN_SEGMENT]->(segment:Segment)
WHERE edge.since <= $version AND coalesce($version < edge.ended, true)
RETURN labels(account)[0] AS kind, segment.key AS segment, collect(account.key) AS accounts
