// What a version states of these assignment rules, in the order of their keys.
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
// column function: STRING NOT NULL
// column role: STRING NOT NULL
// column customers: LIST<STRING NOT NULL> NOT NULL
// column tiers: LIST<STRING NOT NULL> NOT NULL
// column level_from: INTEGER
// column level_to: INTEGER
// column industries: LIST<STRING NOT NULL> NOT NULL
// column territories: LIST<STRING NOT NULL> NOT NULL
// column tags: LIST<STRING NOT NULL> NOT NULL
// column priority: INTEGER NOT NULL
// column department: STRING
// column within: STRING
// column specialty: STRING
// column vacant_reason: STRING
// column split: STRING
// column start: DATE
// column until: DATE
UNWIND $keys AS wanted
MATCH (rule:AssignmentRule {key: wanted})
WHERE rule.since <= $version AND coalesce($version < rule.ended, true)
CALL (rule) {
  WITH rule, properties(rule) AS now
  OPTIONAL MATCH (rule)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
WITH rule, state
WHERE state.absent IS NULL
RETURN
  state.key AS key,
  state.name AS name,
  state.name_en AS name_en,
  COLLECT {
    MATCH (rule)-[edge:STATED_IN]->(other:Source)
    WHERE edge.since <= $version AND coalesce($version < edge.ended, true)
    RETURN DISTINCT other.key AS other_key
    ORDER BY other_key
  } AS sources,
  coalesce(state.illustrative, false) AS illustrative,
  state.folder AS folder,
  state.function AS function,
  state.role AS role,
  COLLECT {
    MATCH (rule)-[edge:ABOUT]->(other:Customer)
    WHERE edge.since <= $version AND coalesce($version < edge.ended, true)
    RETURN DISTINCT other.key AS other_key
    ORDER BY other_key
  } AS customers,
  coalesce(state.tiers, []) AS tiers,
  state.level_from AS level_from,
  state.level_to AS level_to,
  COLLECT {
    MATCH (rule)-[edge:ABOUT]->(other:Industry)
    WHERE edge.since <= $version AND coalesce($version < edge.ended, true)
    RETURN DISTINCT other.key AS other_key
    ORDER BY other_key
  } AS industries,
  COLLECT {
    MATCH (rule)-[edge:ABOUT]->(other:Territory)
    WHERE edge.since <= $version AND coalesce($version < edge.ended, true)
    RETURN DISTINCT other.key AS other_key
    ORDER BY other_key
  } AS territories,
  coalesce(state.tags, []) AS tags,
  state.priority AS priority,
  [(rule)-[edge:ASSIGNS]->(other:Department) WHERE edge.since <= $version AND coalesce($version < edge.ended, true) | other.key][0] AS department,
  state.within AS within,
  state.specialty AS specialty,
  state.vacant_reason AS vacant_reason,
  [(rule)-[edge:SPLITS_BY]->(other:RevenueSplit) WHERE edge.since <= $version AND coalesce($version < edge.ended, true) | other.key][0] AS split,
  state.from AS start,
  state.until AS until
ORDER BY key
