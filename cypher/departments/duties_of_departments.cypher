// The responsibilities that each of these departments has a role in, by name.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param version: INTEGER NOT NULL
// column key: STRING NOT NULL
// column responsibility: STRING NOT NULL
// column role: STRING NOT NULL
UNWIND $keys AS key
MATCH (:Department {key: key})-[party:RESPONSIBLE_FOR]->(duty:Responsibility)
WHERE party.since <= $version AND coalesce($version < party.ended, true)
CALL (duty) {
  WITH duty, properties(duty) AS now
  OPTIONAL MATCH (duty)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
RETURN key, duty.key AS responsibility, party.role AS role
ORDER BY key, state.name, responsibility, role
