// Every assignment rule with what it looks at and what it assigns.
//
// access: read
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
MATCH (rule:AssignmentRule)
WHERE rule.since <= $version AND coalesce($version < rule.ended, true)
CALL (rule) {
  WITH rule, properties(rule) AS now
  OPTIONAL MATCH (rule)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
WITH rule, state
WHERE state.absent IS NULL
OPTIONAL MATCH (rule)-[assigns:ASSIGNS]->(department:Department)
WHERE assigns.since <= $version AND coalesce($version < assigns.ended, true)
OPTIONAL MATCH (rule)-[splits:SPLITS_BY]->(split:RevenueSplit)
WHERE splits.since <= $version AND coalesce($version < splits.ended, true)
RETURN
  rule.key AS key,
  state.name AS name,
  state.name_en AS name_en,
  COLLECT {
    MATCH (rule)-[stated:STATED_IN]->(source:Source)
    WHERE stated.since <= $version AND coalesce($version < stated.ended, true)
    RETURN source.key ORDER BY source.key
  } AS sources,
  coalesce(state.illustrative, false) AS illustrative,
  state.folder AS folder,
  state.function AS function,
  state.role AS role,
  COLLECT {
    MATCH (rule)-[about:ABOUT]->(thing:Customer|Subsidiary)
    WHERE about.since <= $version AND coalesce($version < about.ended, true)
    RETURN thing.key
  } AS customers,
  coalesce(state.tiers, []) AS tiers,
  state.level_from AS level_from,
  state.level_to AS level_to,
  COLLECT {
    MATCH (rule)-[about:ABOUT]->(thing:Industry)
    WHERE about.since <= $version AND coalesce($version < about.ended, true)
    RETURN thing.key
  } AS industries,
  COLLECT {
    MATCH (rule)-[about:ABOUT]->(thing:Territory)
    WHERE about.since <= $version AND coalesce($version < about.ended, true)
    RETURN thing.key
  } AS territories,
  coalesce(state.tags, []) AS tags,
  coalesce(state.priority, 0) AS priority,
  department.key AS department,
  state.within AS within,
  state.specialty AS specialty,
  state.vacant_reason AS vacant_reason,
  split.key AS split,
  state.from AS start,
  state.until AS until
ORDER BY key
