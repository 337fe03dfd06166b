// The departments in each of these responsibilities, and their roles, by name.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param version: INTEGER NOT NULL
// column key: STRING NOT NULL
// column department: STRING NOT NULL
// column role: STRING NOT NULL
UNWIND $keys AS key
MATCH (unit:Department)-[party:RESPONSIBLE_FOR]->(:Responsibility {key: key})
WHERE party.since <= $version AND coalesce($version < party.ended, true)
CALL (unit) {
  WITH unit, properties(unit) AS now
  OPTIONAL MATCH (unit)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
RETURN key, unit.key AS department, party.role AS role
ORDER BY key, state.name, department, role
