// Revenue splits by key, in no order; an unknown key gives no row.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param version: INTEGER NOT NULL
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column illustrative: BOOLEAN NOT NULL
// column basis: STRING NOT NULL
// column shares: LIST<STRING NOT NULL> NOT NULL
// column strategy: STRING
UNWIND $keys AS key
MATCH (split:RevenueSplit {key: key})
WHERE split.since <= $version AND coalesce($version < split.ended, true)
CALL (split) {
  WITH split, properties(split) AS now
  OPTIONAL MATCH (split)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
WITH split, state
WHERE state.absent IS NULL
OPTIONAL MATCH (split)-[about:ABOUT]->(strategy:Strategy)
WHERE about.since <= $version AND coalesce($version < about.ended, true)
RETURN
  split.key AS key,
  state.name AS name,
  state.name_en AS name_en,
  coalesce(state.illustrative, false) AS illustrative,
  state.basis AS basis,
  coalesce(state.shares, []) AS shares,
  strategy.key AS strategy
