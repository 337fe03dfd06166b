// Sources by key, in no order; an unknown key gives no row.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param version: INTEGER NOT NULL
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column illustrative: BOOLEAN NOT NULL
// column document: STRING NOT NULL
// column section: STRING NOT NULL
UNWIND $keys AS key
MATCH (source:Source {key: key})
WHERE source.since <= $version AND coalesce($version < source.ended, true)
CALL (source) {
  WITH source, properties(source) AS now
  OPTIONAL MATCH (source)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
WITH source, state
WHERE state.absent IS NULL
RETURN
  source.key AS key,
  state.name AS name,
  state.name_en AS name_en,
  coalesce(state.illustrative, false) AS illustrative,
  state.document AS document,
  state.section AS section
