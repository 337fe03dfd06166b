// How many strategies pass the filters; a filter that is null lets all pass.
//
// access: read
// param kinds: LIST<STRING NOT NULL>
// param text: STRING
// column total: INTEGER NOT NULL
MATCH (strategy:Strategy)
WHERE ($kinds IS NULL OR strategy.kind IN $kinds)
  AND ($text IS NULL
    OR toLower(strategy.name) CONTAINS toLower($text)
    OR toLower(strategy.name_en) CONTAINS toLower($text))
RETURN count(strategy) AS total
