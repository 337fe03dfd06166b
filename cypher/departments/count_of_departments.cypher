// How many departments pass the filters; a filter that is null lets all pass.
//
// access: read
// param kinds: LIST<STRING NOT NULL>
// param functions: LIST<STRING NOT NULL>
// param parent: STRING
// param text: STRING
// param version: INTEGER NOT NULL
// column total: INTEGER NOT NULL
MATCH (department:Department)
WHERE department.since <= $version AND coalesce($version < department.ended, true)
CALL (department) {
  WITH department, properties(department) AS now
  OPTIONAL MATCH (department)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
WITH department, state
WHERE state.absent IS NULL
  AND ($kinds IS NULL OR state.kind IN $kinds)
  AND ($functions IS NULL OR any(one IN state.functions WHERE one IN $functions))
  AND ($parent IS NULL OR EXISTS {
    MATCH (department)-[within:PART_OF]->(:Department {key: $parent})
    WHERE within.since <= $version AND coalesce($version < within.ended, true)
  })
  AND ($text IS NULL
    OR toLower(state.name) CONTAINS toLower($text)
    OR toLower(state.name_en) CONTAINS toLower($text))
RETURN count(department) AS total
