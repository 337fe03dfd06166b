// Which departments own or support which accounts for a function on a day, for a table.
// An exception that holds that day takes the account out of what its segment says.
//
// access: read
// param type: STRING NOT NULL
// param function: STRING NOT NULL
// param on: STRING NOT NULL
// param version: INTEGER NOT NULL
// column account: STRING NOT NULL
// column account_name: STRING NOT NULL
// column department: STRING NOT NULL
// column department_name: STRING NOT NULL
// column via: STRING NOT NULL
// column reason: STRING
WITH date($on) AS day
MATCH (account:Customer|Subsidiary)-[member:IN_SEGMENT]->(segment:Segment)
WHERE member.since <= $version AND coalesce($version < member.ended, true)
CALL (account) {
  WITH account, properties(account) AS now
  OPTIONAL MATCH (account)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS account_state
}
WITH account, account_state, segment, day, EXISTS {
  MATCH (exception:NamedException)-[about:ABOUT]->(account)
  WHERE about.since <= $version AND coalesce($version < about.ended, true)
  CALL (exception) {
    WITH exception, properties(exception) AS now
    OPTIONAL MATCH (exception)-[:WAS]->(former)
    WHERE now.changed > $version AND former.since <= $version < former.ended
    RETURN coalesce(properties(former), now) AS state
  }
  WITH state
  WHERE state.function = $function
    AND state.role = CASE $type WHEN 'OWNS' THEN 'owner' ELSE 'supporter' END
    AND (state.from IS NULL OR state.from <= day)
    AND (state.until IS NULL OR day < state.until)
  RETURN state
} AS excepted
CALL (account, segment, day, excepted) {
  WITH account, day, excepted
  WHERE excepted
  MATCH (department:Department)-[edge:OWNS|SUPPORTS]->(account)
  WHERE type(edge) = $type AND edge.function = $function
    AND edge.since <= $version AND coalesce($version < edge.ended, true)
    AND (edge.from IS NULL OR edge.from <= day) AND (edge.until IS NULL OR day < edge.until)
  RETURN department, 'explicit' AS via, edge.exception AS reason
  UNION ALL
  WITH segment, day, excepted
  WHERE NOT excepted
  MATCH (segment)<-[edge:OWNS|SUPPORTS]-(department:Department)
  WHERE type(edge) = $type AND edge.function = $function
    AND edge.since <= $version AND coalesce($version < edge.ended, true)
    AND (edge.from IS NULL OR edge.from <= day) AND (edge.until IS NULL OR day < edge.until)
  RETURN department, 'inherited' AS via, edge.rule AS reason
}
CALL (department) {
  WITH department, properties(department) AS now
  OPTIONAL MATCH (department)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
RETURN
  account.key AS account,
  account_state.name AS account_name,
  department.key AS department,
  state.name AS department_name,
  via,
  reason
ORDER BY account, department
