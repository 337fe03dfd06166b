// Which departments own or support which accounts for a function on a day, for a table.
// An exception that holds that day takes the account out of what its segment says.
//
// access: read
// param type: STRING NOT NULL
// param function: STRING NOT NULL
// param on: STRING NOT NULL
// column account: STRING NOT NULL
// column account_name: STRING NOT NULL
// column department: STRING NOT NULL
// column department_name: STRING NOT NULL
// column via: STRING NOT NULL
// column reason: STRING
WITH date($on) AS day
MATCH (account:Customer|Subsidiary)
WITH account, day, EXISTS {
  MATCH (exception:NamedException)-[:ABOUT]->(account)
  WHERE exception.function = $function
    AND exception.role = CASE $type WHEN 'OWNS' THEN 'owner' ELSE 'supporter' END
    AND (exception.from IS NULL OR exception.from <= day)
    AND (exception.until IS NULL OR day < exception.until)
} AS excepted
CALL (account, day, excepted) {
  WITH account, day, excepted
  WHERE excepted
  MATCH (department:Department)-[edge:OWNS|SUPPORTS]->(account)
  WHERE type(edge) = $type AND edge.function = $function
    AND (edge.from IS NULL OR edge.from <= day) AND (edge.until IS NULL OR day < edge.until)
  RETURN department, 'explicit' AS via, edge.exception AS reason
  UNION ALL
  WITH account, day, excepted
  WHERE NOT excepted
  MATCH (account)-[:IN_SEGMENT]->(:Segment)<-[edge:OWNS|SUPPORTS]-(department:Department)
  WHERE type(edge) = $type AND edge.function = $function
    AND (edge.from IS NULL OR edge.from <= day) AND (edge.until IS NULL OR day < edge.until)
  RETURN department, 'inherited' AS via, edge.rule AS reason
}
RETURN
  account.key AS account,
  account.name AS account_name,
  department.key AS department,
  department.name AS department_name,
  via,
  reason
ORDER BY account, department
