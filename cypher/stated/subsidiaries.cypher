// What a version states of these subsidiaries, in the order of their keys.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param version: INTEGER NOT NULL
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column sources: LIST<STRING NOT NULL> NOT NULL
// column illustrative: BOOLEAN NOT NULL
// column customer: STRING NOT NULL
// column parent: STRING
// column level: INTEGER NOT NULL
// column industry: STRING
// column territory: STRING
// column tags: LIST<STRING NOT NULL> NOT NULL
UNWIND $keys AS wanted
MATCH (subsidiary:Subsidiary {key: wanted})
WHERE subsidiary.since <= $version AND coalesce($version < subsidiary.ended, true)
CALL (subsidiary) {
  OPTIONAL MATCH (subsidiary)-[:WAS]->(former:Former)
  WHERE former.since <= $version < former.ended
  RETURN coalesce(former, subsidiary) AS state
}
WITH subsidiary, state
WHERE state.absent IS NULL
RETURN
  state.key AS key,
  state.name AS name,
  state.name_en AS name_en,
  COLLECT {
    MATCH (subsidiary)-[edge:STATED_IN]->(other:Source)
    WHERE edge.since <= $version AND coalesce($version < edge.ended, true)
    RETURN DISTINCT other.key AS other_key
    ORDER BY other_key
  } AS sources,
  coalesce(state.illustrative, false) AS illustrative,
  [(subsidiary)-[edge:PART_OF]->(other:Customer) WHERE edge.since <= $version AND coalesce($version < edge.ended, true) | other.key][0] AS customer,
  [(subsidiary)-[edge:SUBSIDIARY_OF]->(other:Subsidiary) WHERE edge.since <= $version AND coalesce($version < edge.ended, true) | other.key][0] AS parent,
  state.level AS level,
  [(subsidiary)-[edge:IN_INDUSTRY]->(other:Industry) WHERE edge.since <= $version AND coalesce($version < edge.ended, true) | other.key][0] AS industry,
  [(subsidiary)-[edge:LOCATED_IN]->(other:Territory) WHERE edge.since <= $version AND coalesce($version < edge.ended, true) | other.key][0] AS territory,
  coalesce(state.tags, []) AS tags
ORDER BY key
