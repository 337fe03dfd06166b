// The accounts that have exactly this text among their aliases, in the order of their keys.
//
// access: read
// param text: STRING NOT NULL
// param pattern: STRING NOT NULL
// param version: INTEGER NOT NULL
// column kind: STRING NOT NULL
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
CALL db.index.fulltext.queryNodes('names', $pattern) YIELD node AS hit
OPTIONAL MATCH (owner)-[:WAS]->(hit)
WITH DISTINCT coalesce(owner, hit) AS account
WHERE account:Customer OR account:Subsidiary
WITH account
WHERE account.since <= $version AND coalesce($version < account.ended, true)
CALL (account) {
  WITH account, properties(account) AS now
  OPTIONAL MATCH (account)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
WITH account, state
WHERE state.absent IS NULL AND $text IN state.aliases
RETURN
  labels(account)[0] AS kind,
  account.key AS key,
  state.name AS name,
  state.name_en AS name_en
ORDER BY key
