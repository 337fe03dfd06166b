// What a version states of these customer groups, in the order of their keys.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param version: INTEGER NOT NULL
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column sources: LIST<STRING NOT NULL> NOT NULL
// column illustrative: BOOLEAN NOT NULL
// column tier: STRING NOT NULL
// column industry: STRING
// column territory: STRING
// column roles: LIST<STRING NOT NULL> NOT NULL
// column tags: LIST<STRING NOT NULL> NOT NULL
UNWIND $keys AS wanted
MATCH (customer:Customer {key: wanted})
WHERE customer.since <= $version AND coalesce($version < customer.ended, true)
CALL (customer) {
  OPTIONAL MATCH (customer)-[:WAS]->(former:Former)
  WHERE former.since <= $version < former.ended
  RETURN coalesce(former, customer) AS state
}
WITH customer, state
WHERE state.absent IS NULL
RETURN
  state.key AS key,
  state.name AS name,
  state.name_en AS name_en,
  COLLECT {
    MATCH (customer)-[edge:STATED_IN]->(other:Source)
    WHERE edge.since <= $version AND coalesce($version < edge.ended, true)
    RETURN DISTINCT other.key AS other_key
    ORDER BY other_key
  } AS sources,
  coalesce(state.illustrative, false) AS illustrative,
  state.tier AS tier,
  [(customer)-[edge:IN_INDUSTRY]->(other:Industry) WHERE edge.since <= $version AND coalesce($version < edge.ended, true) | other.key][0] AS industry,
  [(customer)-[edge:LOCATED_IN]->(other:Territory) WHERE edge.since <= $version AND coalesce($version < edge.ended, true) | other.key][0] AS territory,
  coalesce(state.roles, []) AS roles,
  coalesce(state.tags, []) AS tags
ORDER BY key
