// Which departments own and support which accounts by exception in a version, what is alike in a
// row; in no order.
//
// access: read
// param version: INTEGER NOT NULL
// column type: STRING NOT NULL
// column department: STRING NOT NULL
// column held: LIST<STRING NOT NULL> NOT NULL
// column held_kind: STRING NOT NULL
// column function: STRING NOT NULL
// column start: DATE
// column until: DATE
// column reason: STRING
MATCH (department:Department)-[edge:OWNS|SUPPORTS]->(account:Customer|Subsidiary)
WHERE edge.since <= $version AND coalesce($version < edge.ended, true)
RETURN
  type(edge) AS type,
  department.key AS department,
  collect(account.key) AS held,
  labels(account)[0] AS held_kind,
  edge.function AS function,
  edge.from AS start,
  edge.until AS until,
  edge.exception AS reason
