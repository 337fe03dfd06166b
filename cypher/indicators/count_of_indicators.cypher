// How many indicators pass the filters; a filter that is null lets all pass.
//
// access: read
// param text: STRING
// param version: INTEGER NOT NULL
// column total: INTEGER NOT NULL
MATCH (indicator:Indicator)
WHERE indicator.since <= $version AND coalesce($version < indicator.ended, true)
CALL (indicator) {
  WITH indicator, properties(indicator) AS now
  OPTIONAL MATCH (indicator)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
WITH indicator, state
WHERE state.absent IS NULL
  AND ($text IS NULL
    OR toLower(state.name) CONTAINS toLower($text)
    OR toLower(state.name_en) CONTAINS toLower($text))
RETURN count(indicator) AS total
