// Every assignment rule with what it looks at and what it assigns.
//
// access: read
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column sources: LIST<STRING NOT NULL> NOT NULL
// column illustrative: BOOLEAN NOT NULL
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
OPTIONAL MATCH (rule)-[:ASSIGNS]->(department:Department)
OPTIONAL MATCH (rule)-[:SPLITS_BY]->(split:RevenueSplit)
RETURN
  rule.key AS key,
  rule.name AS name,
  rule.name_en AS name_en,
  COLLECT { MATCH (rule)-[:STATED_IN]->(source:Source) RETURN source.key ORDER BY source.key } AS sources,
  coalesce(rule.illustrative, false) AS illustrative,
  rule.function AS function,
  rule.role AS role,
  COLLECT { MATCH (rule)-[:ABOUT]->(about:Customer|Subsidiary) RETURN about.key } AS customers,
  coalesce(rule.tiers, []) AS tiers,
  rule.level_from AS level_from,
  rule.level_to AS level_to,
  COLLECT { MATCH (rule)-[:ABOUT]->(about:Industry) RETURN about.key } AS industries,
  COLLECT { MATCH (rule)-[:ABOUT]->(about:Territory) RETURN about.key } AS territories,
  coalesce(rule.tags, []) AS tags,
  coalesce(rule.priority, 0) AS priority,
  department.key AS department,
  rule.within AS within,
  rule.specialty AS specialty,
  rule.vacant_reason AS vacant_reason,
  split.key AS split,
  rule.from AS start,
  rule.until AS until
ORDER BY key
