// Write customers of a plan: new ones, and those that changed. Their links come afterwards.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
UNWIND $rows AS row
MERGE (customer:Customer {key: row.key})
SET
  customer.name = row.name,
  customer.name_en = row.name_en,
  customer.illustrative = row.illustrative,
  customer.digest = row.digest,
  customer.tier = row.tier,
  customer.level = row.level,
  customer.roles = row.roles,
  customer.tags = row.tags
