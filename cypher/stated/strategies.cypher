// What a version states of these strategies, in the order of their keys.
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
// column kind: STRING NOT NULL
// column parent: STRING
// column purpose: STRING
// column purpose_en: STRING
UNWIND $keys AS wanted
MATCH (strategy:Strategy {key: wanted})
WHERE strategy.since <= $version AND coalesce($version < strategy.ended, true)
CALL (strategy) {
  WITH strategy, properties(strategy) AS now
  OPTIONAL MATCH (strategy)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
WITH strategy, state
WHERE state.absent IS NULL
RETURN
  state.key AS key,
  state.name AS name,
  state.name_en AS name_en,
  COLLECT {
    MATCH (strategy)-[edge:STATED_IN]->(other:Source)
    WHERE edge.since <= $version AND coalesce($version < edge.ended, true)
    RETURN DISTINCT other.key AS other_key
    ORDER BY other_key
  } AS sources,
  coalesce(state.illustrative, false) AS illustrative,
  state.folder AS folder,
  state.kind AS kind,
  [(strategy)-[edge:PART_OF]->(other:Strategy) WHERE edge.since <= $version AND coalesce($version < edge.ended, true) | other.key][0] AS parent,
  state.purpose AS purpose,
  state.purpose_en AS purpose_en
ORDER BY key
