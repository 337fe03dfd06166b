// Industries by key, in no order; an unknown key gives no row.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column illustrative: BOOLEAN NOT NULL
// column parent: STRING
UNWIND $keys AS key
MATCH (industry:Industry {key: key})
OPTIONAL MATCH (industry)-[:PART_OF]->(parent:Industry)
RETURN
  industry.key AS key,
  industry.name AS name,
  industry.name_en AS name_en,
  coalesce(industry.illustrative, false) AS illustrative,
  parent.key AS parent
