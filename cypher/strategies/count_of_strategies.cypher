// How many strategies pass the filters; a filter that is null lets all pass.
//
// access: read
// param kinds: LIST<STRING NOT NULL>
// param text: STRING
// param version: INTEGER NOT NULL
// column total: INTEGER NOT NULL
MATCH (strategy:Strategy)
WHERE strategy.since <= $version AND coalesce($version < strategy.ended, true)
CALL (strategy) {
  WITH strategy, properties(strategy) AS now
  OPTIONAL MATCH (strategy)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
WITH strategy, state
WHERE state.absent IS NULL
  AND ($kinds IS NULL OR state.kind IN $kinds)
  AND ($text IS NULL
    OR toLower(state.name) CONTAINS toLower($text)
    OR toLower(state.name_en) CONTAINS toLower($text))
RETURN count(strategy) AS total
