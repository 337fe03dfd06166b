// A page of accounts with the functions they lack: members of the segments that lack it, but for
// those an exception is about, and the excepted accounts themselves that lack it.
// Ordered by name, then account and function.
//
// access: read
// param segments: LIST<MAP NOT NULL> NOT NULL
// param excepted: LIST<STRING NOT NULL> NOT NULL
// param lacking: LIST<MAP NOT NULL> NOT NULL
// param after_value: STRING
// param after_key: STRING
// param limit: INTEGER NOT NULL
// param version: INTEGER NOT NULL
// column key: STRING NOT NULL
// column value: STRING NOT NULL
CALL () {
  UNWIND $segments AS gap
  MATCH (account:Customer|Subsidiary)-[member:IN_SEGMENT]->(:Segment {key: gap.segment})
  WHERE member.since <= $version AND coalesce($version < member.ended, true)
  WITH account, account.key + ' ' + gap.function AS key
  WHERE NOT key IN $excepted
  RETURN account, key
  UNION ALL
  UNWIND $lacking AS gap
  MATCH (account:Customer|Subsidiary {key: gap.account})
  WHERE account.since <= $version AND coalesce($version < account.ended, true)
  RETURN account, account.key + ' ' + gap.function AS key
}
CALL (account) {
  WITH account, properties(account) AS now
  OPTIONAL MATCH (account)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
WITH key, state.name AS value
WHERE $after_key IS NULL OR value > $after_value OR (value = $after_value AND key > $after_key)
RETURN key, value
ORDER BY value, key
LIMIT $limit
