// The territories that each of these departments covers, and for which time, by name.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param version: INTEGER NOT NULL
// column key: STRING NOT NULL
// column territory: STRING NOT NULL
// column start: DATE
// column until: DATE
UNWIND $keys AS key
MATCH (:Department {key: key})-[covers:COVERS]->(place:Territory)
WHERE covers.since <= $version AND coalesce($version < covers.ended, true)
CALL (place) {
  WITH place, properties(place) AS now
  OPTIONAL MATCH (place)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
RETURN key, place.key AS territory, covers.from AS start, covers.until AS until
ORDER BY key, state.name, territory, start
