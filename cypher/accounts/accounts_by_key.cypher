// Customer groups and subsidiaries by key, with what rules look at.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param version: INTEGER NOT NULL
// column kind: STRING NOT NULL
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column illustrative: BOOLEAN NOT NULL
// column level: INTEGER NOT NULL
// column tier: STRING
// column customer: STRING NOT NULL
// column parent: STRING
// column industry: STRING
// column territory: STRING
// column tags: LIST<STRING NOT NULL> NOT NULL
// column roles: LIST<STRING NOT NULL> NOT NULL
UNWIND $keys AS account_key
MATCH (account:Customer|Subsidiary {key: account_key})
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
OPTIONAL MATCH (account)-[under:SUBSIDIARY_OF]->(parent:Customer|Subsidiary)
WHERE under.since <= $version AND coalesce($version < under.ended, true)
OPTIONAL MATCH (account)-[does:IN_INDUSTRY]->(industry:Industry)
WHERE does.since <= $version AND coalesce($version < does.ended, true)
OPTIONAL MATCH (account)-[lies:LOCATED_IN]->(territory:Territory)
WHERE lies.since <= $version AND coalesce($version < lies.ended, true)
WITH account, state, coalesce(group, account) AS customer, parent, industry, territory
CALL (customer) {
  WITH customer, properties(customer) AS now
  OPTIONAL MATCH (customer)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS customer_state
}
RETURN
  labels(account)[0] AS kind,
  account.key AS key,
  state.name AS name,
  state.name_en AS name_en,
  coalesce(state.illustrative, false) AS illustrative,
  state.level AS level,
  customer_state.tier AS tier,
  customer.key AS customer,
  parent.key AS parent,
  industry.key AS industry,
  territory.key AS territory,
  coalesce(state.tags, []) AS tags,
  coalesce(state.roles, []) AS roles
