// How many questions pass the filters; a filter that is null lets all pass.
//
// access: read
// param about: STRING
// param text: STRING
// column total: INTEGER NOT NULL
MATCH (question:OpenQuestion)
WHERE ($about IS NULL OR EXISTS { (question)-[:ABOUT]->({key: $about}) })
  AND ($text IS NULL
    OR toLower(question.name) CONTAINS toLower($text)
    OR toLower(question.name_en) CONTAINS toLower($text))
RETURN count(question) AS total
