// How many accounts each segment has, and one of them: all of them are alike to every rule.
//
// access: read
// param version: INTEGER NOT NULL
// column segment: STRING NOT NULL
// column size: INTEGER NOT NULL
// column account: STRING NOT NULL
MATCH (account:Customer|Subsidiary)-[member:IN_SEGMENT]->(segment:Segment)
WHERE member.since <= $version AND coalesce($version < member.ended, true)
RETURN segment.key AS segment, count(account) AS size, min(account.key) AS account
ORDER BY segment
