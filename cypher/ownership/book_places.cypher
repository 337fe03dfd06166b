// Every industry and territory, and what each is part of.
//
// access: read
// column kind: STRING NOT NULL
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column parent: STRING
MATCH (place:Industry|Territory)
OPTIONAL MATCH (place)-[:PART_OF]->(parent:Industry|Territory)
RETURN
  labels(place)[0] AS kind,
  place.key AS key,
  place.name AS name,
  place.name_en AS name_en,
  parent.key AS parent
ORDER BY kind, key
