// Every customer group and subsidiary, for a table: a group first, then those inside it.
//
// access: read
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
OPTIONAL MATCH (account)-[:PART_OF]->(group:Customer)
OPTIONAL MATCH (account)-[:IN_INDUSTRY]->(industry:Industry)
OPTIONAL MATCH (account)-[:LOCATED_IN]->(territory:Territory)
OPTIONAL MATCH (account)-[:IN_SEGMENT]->(segment:Segment)
WITH account, coalesce(group, account) AS customer, industry, territory, segment
RETURN
  account.key AS account,
  account.name AS name,
  account.name_en AS name_en,
  customer.key AS customer,
  customer.tier AS tier,
  account.level AS level,
  industry.name AS industry,
  territory.name AS territory,
  account.tags AS tags,
  segment.name AS segment
ORDER BY customer, level, name, account
