// Place customers in their segments, out of those they were in.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MATCH (customer:Customer {key: row.account})
MATCH (segment:Segment {key: row.segment})
CALL (customer) {
  MATCH (customer)-[old:IN_SEGMENT]->()
  WHERE old.ended IS NULL
  SET old.ended = $load
}
CREATE (customer)-[:IN_SEGMENT {since: $load}]->(segment)
