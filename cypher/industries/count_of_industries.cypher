// How many industries pass the filters; a filter that is null lets all pass.
//
// access: read
// param parent: STRING
// param outermost: BOOLEAN
// param text: STRING
// column total: INTEGER NOT NULL
MATCH (industry:Industry)
WHERE ($parent IS NULL OR EXISTS { (industry)-[:PART_OF]->(:Industry {key: $parent}) })
  AND ($outermost IS NULL OR $outermost <> EXISTS { (industry)-[:PART_OF]->(:Industry) })
  AND ($text IS NULL
    OR toLower(industry.name) CONTAINS toLower($text)
    OR toLower(industry.name_en) CONTAINS toLower($text))
RETURN count(industry) AS total
