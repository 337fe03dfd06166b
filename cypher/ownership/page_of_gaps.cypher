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
// column key: STRING NOT NULL
// column value: STRING NOT NULL
CALL () {
  UNWIND $segments AS gap
  MATCH (account:Customer|Subsidiary)-[:IN_SEGMENT]->(:Segment {key: gap.segment})
  WITH account, account.key + ' ' + gap.function AS key
  WHERE NOT key IN $excepted
  RETURN account, key
  UNION ALL
  UNWIND $lacking AS gap
  MATCH (account:Customer|Subsidiary {key: gap.account})
  RETURN account, account.key + ' ' + gap.function AS key
}
WITH account.name AS value, key
WHERE $after_key IS NULL OR value > $after_value OR (value = $after_value AND key > $after_key)
RETURN key, value
ORDER BY value, key
LIMIT $limit
