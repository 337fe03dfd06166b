// What a version states of these open questions, in the order of their keys.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param version: INTEGER NOT NULL
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column sources: LIST<STRING NOT NULL> NOT NULL
// column illustrative: BOOLEAN NOT NULL
// column folder: STRING
// column about: LIST<MAP NOT NULL> NOT NULL
// column assumption: STRING
// column stated: LIST<STRING NOT NULL> NOT NULL
UNWIND $keys AS wanted
MATCH (question:OpenQuestion {key: wanted})
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
  state.key AS key,
  state.name AS name,
  state.name_en AS name_en,
  COLLECT {
    MATCH (question)-[edge:STATED_IN]->(other:Source)
    WHERE edge.since <= $version AND coalesce($version < edge.ended, true)
    RETURN DISTINCT other.key AS other_key
    ORDER BY other_key
  } AS sources,
  coalesce(state.illustrative, false) AS illustrative,
  state.folder AS folder,
  COLLECT {
    MATCH (question)-[edge:ABOUT]->(other)
    WHERE edge.since <= $version AND coalesce($version < edge.ended, true)
    RETURN {kind: labels(other)[0], key: other.key} AS reference
    ORDER BY labels(other)[0], other.key
  } AS about,
  state.assumption AS assumption,
  coalesce(state.stated, []) AS stated
ORDER BY key
