// The territories that each of these departments covers, and for which time, by name.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// column key: STRING NOT NULL
// column territory: STRING NOT NULL
// column start: DATE
// column until: DATE
UNWIND $keys AS key
MATCH (:Department {key: key})-[covers:COVERS]->(place:Territory)
RETURN key, place.key AS territory, covers.from AS start, covers.until AS until
ORDER BY key, place.name, territory, start
