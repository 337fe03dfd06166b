// Strategies by key, in no order; an unknown key gives no row.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param version: INTEGER NOT NULL
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column illustrative: BOOLEAN NOT NULL
// column kind: STRING NOT NULL
// column purpose: STRING
// column purpose_en: STRING
// column parent: STRING
UNWIND $keys AS key
MATCH (strategy:Strategy {key: key})
WHERE strategy.since <= $version AND coalesce($version < strategy.ended, true)
CALL (strategy) {
  WITH strategy, properties(strategy) AS now
  OPTIONAL MATCH (strategy)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
WITH strategy, state
WHERE state.absent IS NULL
OPTIONAL MATCH (strategy)-[within:PART_OF]->(parent:Strategy)
WHERE within.since <= $version AND coalesce($version < within.ended, true)
RETURN
  strategy.key AS key,
  state.name AS name,
  state.name_en AS name_en,
  coalesce(state.illustrative, false) AS illustrative,
  state.kind AS kind,
  state.purpose AS purpose,
  state.purpose_en AS purpose_en,
  parent.key AS parent
