// Territories by key, in no order; an unknown key gives no row.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column illustrative: BOOLEAN NOT NULL
// column parent: STRING
UNWIND $keys AS key
MATCH (territory:Territory {key: key})
OPTIONAL MATCH (territory)-[:PART_OF]->(parent:Territory)
RETURN
  territory.key AS key,
  territory.name AS name,
  territory.name_en AS name_en,
  coalesce(territory.illustrative, false) AS illustrative,
  parent.key AS parent
