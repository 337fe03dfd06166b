// How many territories pass the filters; a filter that is null lets all pass.
//
// access: read
// param parent: STRING
// param outermost: BOOLEAN
// param text: STRING
// param version: INTEGER NOT NULL
// column total: INTEGER NOT NULL
MATCH (territory:Territory)
WHERE territory.since <= $version AND coalesce($version < territory.ended, true)
CALL (territory) {
  WITH territory, properties(territory) AS now
  OPTIONAL MATCH (territory)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
WITH territory, state
WHERE state.absent IS NULL
  AND ($parent IS NULL OR EXISTS {
    MATCH (territory)-[within:PART_OF]->(:Territory {key: $parent})
    WHERE within.since <= $version AND coalesce($version < within.ended, true)
  })
  AND ($outermost IS NULL OR $outermost <> EXISTS {
    MATCH (territory)-[within:PART_OF]->(:Territory)
    WHERE within.since <= $version AND coalesce($version < within.ended, true)
  })
  AND ($text IS NULL
    OR toLower(state.name) CONTAINS toLower($text)
    OR toLower(state.name_en) CONTAINS toLower($text))
RETURN count(territory) AS total
