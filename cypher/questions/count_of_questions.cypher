// How many questions pass the filters; a filter that is null lets all pass.
//
// access: read
// param about: STRING
// param text: STRING
// param version: INTEGER NOT NULL
// column total: INTEGER NOT NULL
MATCH (question:OpenQuestion)
WHERE question.since <= $version AND coalesce($version < question.ended, true)
CALL (question) {
  WITH question, properties(question) AS now
  OPTIONAL MATCH (question)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
WITH question, state
WHERE state.absent IS NULL
  AND ($about IS NULL OR EXISTS {
    MATCH (question)-[about:ABOUT]->({key: $about})
    WHERE about.since <= $version AND coalesce($version < about.ended, true)
  })
  AND ($text IS NULL
    OR toLower(state.name) CONTAINS toLower($text)
    OR toLower(state.name_en) CONTAINS toLower($text))
RETURN count(question) AS total
