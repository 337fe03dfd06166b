// Revenue splits by key, in no order; an unknown key gives no row.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column illustrative: BOOLEAN NOT NULL
// column basis: STRING NOT NULL
// column shares: LIST<STRING NOT NULL> NOT NULL
// column strategy: STRING
UNWIND $keys AS key
MATCH (split:RevenueSplit {key: key})
OPTIONAL MATCH (split)-[:ABOUT]->(strategy:Strategy)
RETURN
  split.key AS key,
  split.name AS name,
  split.name_en AS name_en,
  coalesce(split.illustrative, false) AS illustrative,
  split.basis AS basis,
  coalesce(split.shares, []) AS shares,
  strategy.key AS strategy
