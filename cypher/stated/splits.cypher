// What a version states of these revenue splits, in the order of their keys.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param version: INTEGER NOT NULL
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column sources: LIST<STRING NOT NULL> NOT NULL
// column illustrative: BOOLEAN NOT NULL
// column folder: STRING
// column basis: STRING NOT NULL
// column strategy: STRING
// column shares: LIST<STRING NOT NULL> NOT NULL
UNWIND $keys AS wanted
MATCH (split:RevenueSplit {key: wanted})
WHERE split.since <= $version AND coalesce($version < split.ended, true)
CALL (split) {
  WITH split, properties(split) AS now
  OPTIONAL MATCH (split)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
WITH split, state
WHERE state.absent IS NULL
RETURN
  state.key AS key,
  state.name AS name,
  state.name_en AS name_en,
  COLLECT {
    MATCH (split)-[edge:STATED_IN]->(other:Source)
    WHERE edge.since <= $version AND coalesce($version < edge.ended, true)
    RETURN DISTINCT other.key AS other_key
    ORDER BY other_key
  } AS sources,
  coalesce(state.illustrative, false) AS illustrative,
  state.folder AS folder,
  state.basis AS basis,
  [(split)-[edge:ABOUT]->(other:Strategy) WHERE edge.since <= $version AND coalesce($version < edge.ended, true) | other.key][0] AS strategy,
  coalesce(state.shares, []) AS shares
ORDER BY key
