// How many territories pass the filters; a filter that is null lets all pass.
//
// access: read
// param parent: STRING
// param outermost: BOOLEAN
// param text: STRING
// column total: INTEGER NOT NULL
MATCH (territory:Territory)
WHERE ($parent IS NULL OR EXISTS { (territory)-[:PART_OF]->(:Territory {key: $parent}) })
  AND ($outermost IS NULL OR $outermost <> EXISTS { (territory)-[:PART_OF]->(:Territory) })
  AND ($text IS NULL
    OR toLower(territory.name) CONTAINS toLower($text)
    OR toLower(territory.name_en) CONTAINS toLower($text))
RETURN count(territory) AS total
