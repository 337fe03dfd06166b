// Customer groups and subsidiaries by key, with what rules look at, and the stamp of the plan.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
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
// column stamp: STRING NOT NULL
UNWIND $keys AS account_key
MATCH (account:Customer|Subsidiary {key: account_key})
OPTIONAL MATCH (account)-[:PART_OF]->(group:Customer)
OPTIONAL MATCH (account)-[:SUBSIDIARY_OF]->(parent:Customer|Subsidiary)
OPTIONAL MATCH (account)-[:IN_INDUSTRY]->(industry:Industry)
OPTIONAL MATCH (account)-[:LOCATED_IN]->(territory:Territory)
WITH account, coalesce(group, account) AS customer, parent, industry, territory
MATCH (plan:Plan {active: true})
RETURN
  labels(account)[0] AS kind,
  account.key AS key,
  account.name AS name,
  account.name_en AS name_en,
  coalesce(account.illustrative, false) AS illustrative,
  account.level AS level,
  customer.tier AS tier,
  customer.key AS customer,
  parent.key AS parent,
  industry.key AS industry,
  territory.key AS territory,
  coalesce(account.tags, []) AS tags,
  coalesce(account.roles, []) AS roles,
  plan.key + ' ' + plan.revision + ' ' + plan.loaded_at AS stamp
