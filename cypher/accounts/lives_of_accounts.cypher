// How long accounts exist, what follows them, what else they are called, what their parent holds of
// them and who else holds a part; in no order.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param version: INTEGER NOT NULL
// column key: STRING NOT NULL
// column aliases: LIST<STRING NOT NULL> NOT NULL
// column start: DATE
// column until: DATE
// column start_unknown: BOOLEAN NOT NULL
// column until_unknown: BOOLEAN NOT NULL
// column successor: STRING
// column stakes: LIST<MAP NOT NULL> NOT NULL
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
  coalesce(state.from_unknown, false) AS start_unknown,
  coalesce(state.until_unknown, false) AS until_unknown,
  [(account)-[edge:SUCCEEDED_BY]->(next:Customer|Subsidiary) WHERE edge.since <= $version AND coalesce($version < edge.ended, true) | next.key][0] AS successor,
  COLLECT {
    MATCH (account)-[edge:SUBSIDIARY_OF|HELD_BY]->(parent:Customer|Subsidiary)
    WHERE edge.since <= $version AND coalesce($version < edge.ended, true)
    RETURN {
      parent: parent.key,
      is_own: type(edge) = 'SUBSIDIARY_OF',
      share: edge.share,
      start: edge.from,
      until: edge.until,
      start_unknown: coalesce(edge.from_unknown, false),
      until_unknown: coalesce(edge.until_unknown, false)
    } AS stake
    ORDER BY edge.share DESC, parent.key, edge.from
  } AS stakes
