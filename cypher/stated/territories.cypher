// What a version states of these territories, in the order of their keys.
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
// column parent: STRING
UNWIND $keys AS wanted
MATCH (territory:Territory {key: wanted})
WHERE territory.since <= $version AND coalesce($version < territory.ended, true)
CALL (territory) {
  WITH territory, properties(territory) AS now
  OPTIONAL MATCH (territory)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
WITH territory, state
WHERE state.absent IS NULL
RETURN
  state.key AS key,
  state.name AS name,
  state.name_en AS name_en,
  COLLECT {
    MATCH (territory)-[edge:STATED_IN]->(other:Source)
    WHERE edge.since <= $version AND coalesce($version < edge.ended, true)
    RETURN DISTINCT other.key AS other_key
    ORDER BY other_key
  } AS sources,
  coalesce(state.illustrative, false) AS illustrative,
  state.folder AS folder,
  [(territory)-[edge:PART_OF]->(other:Territory) WHERE edge.since <= $version AND coalesce($version < edge.ended, true) | other.key][0] AS parent
ORDER BY key
