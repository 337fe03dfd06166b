// How many people pass the filters; a filter that is null lets all pass.
//
// access: read
// param text: STRING
// column total: INTEGER NOT NULL
MATCH (person:Person)
WHERE ($text IS NULL
    OR toLower(person.name) CONTAINS toLower($text)
    OR toLower(person.name_en) CONTAINS toLower($text))
RETURN count(person) AS total
