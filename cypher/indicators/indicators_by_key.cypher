// Indicators by key, in no order; an unknown key gives no row.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param version: INTEGER NOT NULL
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column illustrative: BOOLEAN NOT NULL
// column unit: STRING
UNWIND $keys AS key
MATCH (indicator:Indicator {key: key})
WHERE indicator.since <= $version AND coalesce($version < indicator.ended, true)
CALL (indicator) {
  WITH indicator, properties(indicator) AS now
  OPTIONAL MATCH (indicator)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
WITH indicator, state
WHERE state.absent IS NULL
RETURN
  indicator.key AS key,
  state.name AS name,
  state.name_en AS name_en,
  coalesce(state.illustrative, false) AS illustrative,
  state.unit AS unit
