// Every industry and territory, and what each is part of.
//
// access: read
// param version: INTEGER NOT NULL
// column kind: STRING NOT NULL
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column parent: STRING
MATCH (place:Industry|Territory)
WHERE place.since <= $version AND coalesce($version < place.ended, true)
CALL (place) {
  WITH place, properties(place) AS now
  OPTIONAL MATCH (place)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
WITH place, state
WHERE state.absent IS NULL
OPTIONAL MATCH (place)-[within:PART_OF]->(parent:Industry|Territory)
WHERE within.since <= $version AND coalesce($version < within.ended, true)
RETURN
  labels(place)[0] AS kind,
  place.key AS key,
  state.name AS name,
  state.name_en AS name_en,
  parent.key AS parent
ORDER BY kind, key
