// How long accounts exist, what follows them, what else they are called, and who holds a part of
// them; in no order.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param version: INTEGER NOT NULL
// column key: STRING NOT NULL
// column aliases: LIST<STRING NOT NULL> NOT NULL
// column start: DATE
// column until: DATE
// column successor: STRING
// column share: FLOAT
// column other_parents: LIST<MAP NOT NULL> NOT NULL
UNWIND $keys AS key
MATCH (account:Customer|Subsidiary {key: key})
WHERE account.since <= $version AND coalesce($version < account.ended, true)
CALL (account) {
  WITH account, properties(account) AS now
  OPTIONAL MATCH (account)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
WITH account, state
WHERE state.absent IS NULL
RETURN
  account.key AS key,
  coalesce(state.aliases, []) AS aliases,
  state.from AS start,
  state.until AS until,
  [(account)-[edge:SUCCEEDED_BY]->(next:Customer|Subsidiary) WHERE edge.since <= $version AND coalesce($version < edge.ended, true) | next.key][0] AS successor,
  [(account)-[edge:SUBSIDIARY_OF]->(parent:Customer|Subsidiary) WHERE edge.since <= $version AND coalesce($version < edge.ended, true) | edge.share][0] AS share,
  COLLECT {
    MATCH (account)-[edge:HELD_BY]->(parent:Customer|Subsidiary)
    WHERE edge.since <= $version AND coalesce($version < edge.ended, true)
    RETURN {parent: parent.key, share: edge.share, start: edge.from, until: edge.until} AS stake
    ORDER BY edge.share DESC, parent.key, edge.from
  } AS other_parents
