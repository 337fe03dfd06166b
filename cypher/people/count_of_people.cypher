// How many people pass the filters; a filter that is null lets all pass.
//
// access: read
// param text: STRING
// param version: INTEGER NOT NULL
// column total: INTEGER NOT NULL
MATCH (person:Person)
WHERE person.since <= $version AND coalesce($version < person.ended, true)
CALL (person) {
  WITH person, properties(person) AS now
  OPTIONAL MATCH (person)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
WITH person, state
WHERE state.absent IS NULL
  AND ($text IS NULL
    OR toLower(state.name) CONTAINS toLower($text)
    OR toLower(state.name_en) CONTAINS toLower($text))
RETURN count(person) AS total
