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
// column folder: STRING
// column start: DATE
// column until: DATE
// column start_unknown: BOOLEAN NOT NULL
// column until_unknown: BOOLEAN NOT NULL
// column successor: STRING
// column aliases: LIST<STRING NOT NULL> NOT NULL
// column other_parents: LIST<MAP NOT NULL> NOT NULL
// column customer: STRING NOT NULL
// column parent: STRING
// column share: FLOAT
// column share_start: DATE
// column share_until: DATE
// column share_start_unknown: BOOLEAN
// column share_until_unknown: BOOLEAN
// column level: INTEGER NOT NULL
// column industry: STRING
// column own_industry: BOOLEAN NOT NULL
// column territory: STRING
// column tags: LIST<STRING NOT NULL> NOT NULL
UNWIND $keys AS wanted
MATCH (subsidiary:Subsidiary {key: wanted})
WHERE subsidiary.since <= $version AND coalesce($version < subsidiary.ended, true)
CALL (subsidiary) {
  WITH subsidiary, properties(subsidiary) AS now
  OPTIONAL MATCH (subsidiary)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
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
  state.folder AS folder,
  state.from AS start,
  state.until AS until,
  coalesce(state.from_unknown, false) AS start_unknown,
  coalesce(state.until_unknown, false) AS until_unknown,
  [(subsidiary)-[edge:SUCCEEDED_BY]->(other:Customer|Subsidiary) WHERE edge.since <= $version AND coalesce($version < edge.ended, true) | other.key][0] AS successor,
  coalesce(state.aliases, []) AS aliases,
  COLLECT {
    MATCH (subsidiary)-[edge:HELD_BY]->(other:Customer|Subsidiary)
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
  [(subsidiary)-[edge:PART_OF]->(other:Customer) WHERE edge.since <= $version AND coalesce($version < edge.ended, true) | other.key][0] AS customer,
  [(subsidiary)-[edge:SUBSIDIARY_OF]->(other:Subsidiary) WHERE edge.since <= $version AND coalesce($version < edge.ended, true) | other.key][0] AS parent,
  [(subsidiary)-[edge:SUBSIDIARY_OF]->(other:Customer|Subsidiary) WHERE edge.since <= $version AND coalesce($version < edge.ended, true) | edge.share][0] AS share,
  [(subsidiary)-[edge:SUBSIDIARY_OF]->(other:Customer|Subsidiary) WHERE edge.since <= $version AND coalesce($version < edge.ended, true) | edge.from][0] AS share_start,
  [(subsidiary)-[edge:SUBSIDIARY_OF]->(other:Customer|Subsidiary) WHERE edge.since <= $version AND coalesce($version < edge.ended, true) | edge.until][0] AS share_until,
  [(subsidiary)-[edge:SUBSIDIARY_OF]->(other:Customer|Subsidiary) WHERE edge.since <= $version AND coalesce($version < edge.ended, true) | edge.from_unknown][0] AS share_start_unknown,
  [(subsidiary)-[edge:SUBSIDIARY_OF]->(other:Customer|Subsidiary) WHERE edge.since <= $version AND coalesce($version < edge.ended, true) | edge.until_unknown][0] AS share_until_unknown,
  state.level AS level,
  [(subsidiary)-[edge:IN_INDUSTRY]->(other:Industry) WHERE edge.since <= $version AND coalesce($version < edge.ended, true) | other.key][0] AS industry,
  coalesce(state.own_industry, false) AS own_industry,
  [(subsidiary)-[edge:LOCATED_IN]->(other:Territory) WHERE edge.since <= $version AND coalesce($version < edge.ended, true) | other.key][0] AS territory,
  coalesce(state.tags, []) AS tags
ORDER BY key
