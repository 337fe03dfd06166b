// The departments that cover each of these territories, and for which time, by name.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param version: INTEGER NOT NULL
// column key: STRING NOT NULL
// column department: STRING NOT NULL
// column start: DATE
// column until: DATE
UNWIND $keys AS key
MATCH (unit:Department)-[covers:COVERS]->(:Territory {key: key})
WHERE covers.since <= $version AND coalesce($version < covers.ended, true)
CALL (unit) {
  WITH unit, properties(unit) AS now
  OPTIONAL MATCH (unit)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
RETURN key, unit.key AS department, covers.from AS start, covers.until AS until
ORDER BY key, state.name, department, start
