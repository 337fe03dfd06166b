// Keep the states of customers that this load is about to change, each as a `Former`, and so the
// time in which there was none.
//
// access: write
// param keys: LIST<STRING NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $keys AS key
MATCH (customer:Customer {key: key})
CREATE (customer)-[:WAS]->(former:Former)
SET
  former = properties(customer),
  former.since = coalesce(customer.changed, customer.since),
  former.ended = coalesce(customer.ended, $load),
  customer.changed = $load
WITH key, customer
WHERE customer.ended IS NOT NULL
CREATE (customer)-[:WAS]->(:Former {key: key, since: customer.ended, ended: $load, absent: true})
