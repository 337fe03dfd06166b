// Every revenue split with its shares as they are stored.
//
// access: read
// param version: INTEGER NOT NULL
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column basis: STRING NOT NULL
// column shares: LIST<STRING NOT NULL> NOT NULL
MATCH (split:RevenueSplit)
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
  split.key AS key,
  state.name AS name,
  state.name_en AS name_en,
  state.basis AS basis,
  coalesce(state.shares, []) AS shares
ORDER BY key
