// Territories by key, in no order; an unknown key gives no row.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param version: INTEGER NOT NULL
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column illustrative: BOOLEAN NOT NULL
// column parent: STRING
UNWIND $keys AS key
MATCH (territory:Territory {key: key})
WHERE territory.since <= $version AND coalesce($version < territory.ended, true)
CALL (territory) {
  WITH territory, properties(territory) AS now
  OPTIONAL MATCH (territory)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
WITH territory, state
WHERE state.absent IS NULL
OPTIONAL MATCH (territory)-[within:PART_OF]->(parent:Territory)
WHERE within.since <= $version AND coalesce($version < within.ended, true)
RETURN
  territory.key AS key,
  state.name AS name,
  state.name_en AS name_en,
  coalesce(state.illustrative, false) AS illustrative,
  parent.key AS parent
