// Strategies by key, in no order; an unknown key gives no row.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column illustrative: BOOLEAN NOT NULL
// column kind: STRING NOT NULL
// column purpose: STRING
// column purpose_en: STRING
// column parent: STRING
UNWIND $keys AS key
MATCH (strategy:Strategy {key: key})
OPTIONAL MATCH (strategy)-[:PART_OF]->(parent:Strategy)
RETURN
  strategy.key AS key,
  strategy.name AS name,
  strategy.name_en AS name_en,
  coalesce(strategy.illustrative, false) AS illustrative,
  strategy.kind AS kind,
  strategy.purpose AS purpose,
  strategy.purpose_en AS purpose_en,
  parent.key AS parent
