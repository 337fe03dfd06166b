// Let departments support segments by rules; the rows must not be there yet.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MATCH (department:Department {key: row.department})
MATCH (segment:Segment {key: row.held})
CREATE (department)-[:SUPPORTS {
  function: row.function,
  from: row.start,
  until: row.until,
  rule: row.reason,
  since: $load
}]->(segment)
