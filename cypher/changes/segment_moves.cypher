// How many accounts are in which segment in one version and in which in another, some accounts left
// out; null where they are not there. With the first account by key of each.
//
// access: read
// param before: INTEGER NOT NULL
// param after: INTEGER NOT NULL
// param excepted: LIST<STRING NOT NULL> NOT NULL
// column was: STRING
// column will_be: STRING
// column accounts: INTEGER NOT NULL
// column example: STRING NOT NULL
MATCH (account:Customer|Subsidiary)
WHERE NOT account.key IN $excepted
CALL (account) {
  OPTIONAL MATCH (account)-[edge:IN_SEGMENT]->(segment:Segment)
  WHERE edge.since <= $before AND coalesce($before < edge.ended, true)
  RETURN segment.key AS was
}
CALL (account) {
  OPTIONAL MATCH (account)-[edge:IN_SEGMENT]->(segment:Segment)
  WHERE edge.since <= $after AND coalesce($after < edge.ended, true)
  RETURN segment.key AS will_be
}
WITH was, will_be, account.key AS key
WHERE was IS NOT NULL OR will_be IS NOT NULL
RETURN was, will_be, count(*) AS accounts, min(key) AS example
ORDER BY was, will_be
