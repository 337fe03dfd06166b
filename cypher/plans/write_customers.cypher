// Write customers: new ones, and new states of those that changed. A state that ends is kept as a
// `Former`, and so is a time in which there was none.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
CALL (row) {
  MATCH (customer:Customer {key: row.key})
  CREATE (customer)-[:WAS]->(former:Former)
  SET
    former = properties(customer),
    former.since = coalesce(customer.changed, customer.since),
    former.ended = coalesce(customer.ended, $load)
  WITH customer
  WHERE customer.ended IS NOT NULL
  CREATE (customer)-[:WAS]->(:Former {key: row.key, since: customer.ended, ended: $load, absent: true})
}
MERGE (customer:Customer {key: row.key})
WITH row, customer, customer.since AS since
SET
  customer = row.properties,
  customer.since = coalesce(since, $load),
  customer.changed = CASE WHEN since IS NOT NULL THEN $load END
