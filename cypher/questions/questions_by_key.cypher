// Open questions by key, in no order; an unknown key gives no row.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column illustrative: BOOLEAN NOT NULL
// column assumption: STRING
UNWIND $keys AS key
MATCH (question:OpenQuestion {key: key})
RETURN
  question.key AS key,
  question.name AS name,
  question.name_en AS name_en,
  coalesce(question.illustrative, false) AS illustrative,
  question.assumption AS assumption
