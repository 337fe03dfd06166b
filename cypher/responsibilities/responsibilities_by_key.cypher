// Responsibilities by key, in no order; an unknown key gives no row.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column illustrative: BOOLEAN NOT NULL
// column function: STRING
// column outside: LIST<STRING NOT NULL> NOT NULL
// column step: STRING
UNWIND $keys AS key
MATCH (duty:Responsibility {key: key})
OPTIONAL MATCH (duty)-[:ABOUT]->(step:Step)
RETURN
  duty.key AS key,
  duty.name AS name,
  duty.name_en AS name_en,
  coalesce(duty.illustrative, false) AS illustrative,
  duty.function AS function,
  coalesce(duty.outside, []) AS outside,
  step.key AS step
