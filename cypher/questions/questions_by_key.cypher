// Open questions by key, in no order; an unknown key gives no row.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param version: INTEGER NOT NULL
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column illustrative: BOOLEAN NOT NULL
// column assumption: STRING
UNWIND $keys AS key
MATCH (question:OpenQuestion {key: key})
WHERE question.since <= $version AND coalesce($version < question.ended, true)
CALL (question) {
  WITH question, properties(question) AS now
  OPTIONAL MATCH (question)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
WITH question, state
WHERE state.absent IS NULL
RETURN
  question.key AS key,
  state.name AS name,
  state.name_en AS name_en,
  coalesce(state.illustrative, false) AS illustrative,
  state.assumption AS assumption
