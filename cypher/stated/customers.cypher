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
// column folder: STRING
// column start: DATE
// column until: DATE
// column start_unknown: BOOLEAN NOT NULL
// column until_unknown: BOOLEAN NOT NULL
// column successor: STRING
// column aliases: LIST<STRING NOT NULL> NOT NULL
// column other_parents: LIST<MAP NOT NULL> NOT NULL
// column tier: STRING NOT NULL
// column industry: STRING
// column territory: STRING
// column roles: LIST<STRING NOT NULL> NOT NULL
// column tags: LIST<STRING NOT NULL> NOT NULL
UNWIND $keys AS wanted
MATCH (customer:Customer {key: wanted})
WHERE customer.since <= $version AND coalesce($version < customer.ended, true)
CALL (customer) {
  WITH customer, properties(customer) AS now
  OPTIONAL MATCH (customer)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
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
  state.folder AS folder,
  state.from AS start,
  state.until AS until,
  coalesce(state.from_unknown, false) AS start_unknown,
  coalesce(state.until_unknown, false) AS until_unknown,
  [(customer)-[edge:SUCCEEDED_BY]->(other:Customer|Subsidiary) WHERE edge.since <= $version AND coalesce($version < edge.ended, true) | other.key][0] AS successor,
  coalesce(state.aliases, []) AS aliases,
  COLLECT {
    MATCH (customer)-[edge:HELD_BY]->(other:Customer|Subsidiary)
    WHERE edge.since <= $version AND coalesce($version < edge.ended, true)
    RETURN {
      parent: other.key,
      share: edge.share,
      start: edge.from,
      until: edge.until,
      start_unknown: coalesce(edge.from_unknown, false),
      until_unknown: coalesce(edge.until_unknown, false)
    } AS stake
    ORDER BY other.key, edge.from, edge.share
  } AS other_parents,
  state.tier AS tier,
  [(customer)-[edge:IN_INDUSTRY]->(other:Industry) WHERE edge.since <= $version AND coalesce($version < edge.ended, true) | other.key][0] AS industry,
  [(customer)-[edge:LOCATED_IN]->(other:Territory) WHERE edge.since <= $version AND coalesce($version < edge.ended, true) | other.key][0] AS territory,
  coalesce(state.roles, []) AS roles,
  coalesce(state.tags, []) AS tags
ORDER BY key
