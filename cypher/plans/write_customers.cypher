// Write customers: new ones, and new states of those that changed, which are kept before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MERGE (customer:Customer {key: row.key})
WITH row, customer, customer.since AS since
SET
  customer = row.properties,
  customer.since = coalesce(since, $load),
  customer.changed = CASE WHEN since IS NOT NULL THEN $load END
