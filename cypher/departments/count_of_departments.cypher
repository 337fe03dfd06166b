// How many departments pass the filters; a filter that is null lets all pass.
//
// access: read
// param kinds: LIST<STRING NOT NULL>
// param functions: LIST<STRING NOT NULL>
// param parent: STRING
// param text: STRING
// column total: INTEGER NOT NULL
MATCH (department:Department)
WHERE ($kinds IS NULL OR department.kind IN $kinds)
  AND ($functions IS NULL OR any(one IN department.functions WHERE one IN $functions))
  AND ($parent IS NULL OR EXISTS { (department)-[:PART_OF]->(:Department {key: $parent}) })
  AND ($text IS NULL
    OR toLower(department.name) CONTAINS toLower($text)
    OR toLower(department.name_en) CONTAINS toLower($text))
RETURN count(department) AS total
