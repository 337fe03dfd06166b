// Steps by key, in no order; an unknown key gives no row.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column illustrative: BOOLEAN NOT NULL
// column ordinal: INTEGER NOT NULL
// column conditional: BOOLEAN NOT NULL
// column condition: STRING
// column strategy: STRING
UNWIND $keys AS key
MATCH (step:Step {key: key})
OPTIONAL MATCH (strategy:Strategy)-[:HAS_STEP]->(step)
RETURN
  step.key AS key,
  step.name AS name,
  step.name_en AS name_en,
  coalesce(step.illustrative, false) AS illustrative,
  step.ordinal AS ordinal,
  coalesce(step.conditional, false) AS conditional,
  step.condition AS condition,
  strategy.key AS strategy
