// Let departments own customers by exception; the rows must not be there yet.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MATCH (department:Department {key: row.department})
MATCH (customer:Customer {key: row.held})
CREATE (department)-[:OWNS {
  function: row.function,
  from: row.start,
  until: row.until,
  exception: row.reason,
  since: $load
}]->(customer)
