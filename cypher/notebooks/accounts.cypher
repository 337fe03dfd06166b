// Every customer group and subsidiary, for a table: a group first, then those inside it.
//
// access: read
// param version: INTEGER NOT NULL
// column account: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column customer: STRING NOT NULL
// column tier: STRING
// column level: INTEGER NOT NULL
// column industry: STRING
// column territory: STRING
// column tags: LIST<STRING NOT NULL>
// column segment: STRING
MATCH (account:Customer|Subsidiary)
WHERE account.since <= $version AND coalesce($version < account.ended, true)
CALL (account) {
  WITH account, properties(account) AS now
  OPTIONAL MATCH (account)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
WITH account, state
WHERE state.absent IS NULL
OPTIONAL MATCH (account)-[belongs:PART_OF]->(group:Customer)
WHERE belongs.since <= $version AND coalesce($version < belongs.ended, true)
OPTIONAL MATCH (account)-[does:IN_INDUSTRY]->(industry:Industry)
WHERE does.since <= $version AND coalesce($version < does.ended, true)
OPTIONAL MATCH (account)-[lies:LOCATED_IN]->(territory:Territory)
WHERE lies.since <= $version AND coalesce($version < lies.ended, true)
OPTIONAL MATCH (account)-[member:IN_SEGMENT]->(segment:Segment)
WHERE member.since <= $version AND coalesce($version < member.ended, true)
WITH account, state, coalesce(group, account) AS customer, industry, territory, segment
CALL (customer) {
  WITH customer, properties(customer) AS now
  OPTIONAL MATCH (customer)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS customer_state
}
CALL (industry) {
  WITH industry, properties(industry) AS now
  OPTIONAL MATCH (industry)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS industry_state
}
CALL (territory) {
  WITH territory, properties(territory) AS now
  OPTIONAL MATCH (territory)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS territory_state
}
CALL (segment) {
  WITH segment, properties(segment) AS now
  OPTIONAL MATCH (segment)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS segment_state
}
RETURN
  account.key AS account,
  state.name AS name,
  state.name_en AS name_en,
  customer.key AS customer,
  customer_state.tier AS tier,
  state.level AS level,
  industry_state.name AS industry,
  territory_state.name AS territory,
  state.tags AS tags,
  segment_state.name AS segment
ORDER BY customer, level, name, account
