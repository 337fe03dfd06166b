// How many indicators pass the filters; a filter that is null lets all pass.
//
// access: read
// param text: STRING
// column total: INTEGER NOT NULL
MATCH (indicator:Indicator)
WHERE ($text IS NULL
    OR toLower(indicator.name) CONTAINS toLower($text)
    OR toLower(indicator.name_en) CONTAINS toLower($text))
RETURN count(indicator) AS total
