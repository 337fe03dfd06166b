// How many industries pass the filters; a filter that is null lets all pass.
//
// access: read
// param parent: STRING
// param outermost: BOOLEAN
// param text: STRING
// param version: INTEGER NOT NULL
// column total: INTEGER NOT NULL
MATCH (industry:Industry)
WHERE industry.since <= $version AND coalesce($version < industry.ended, true)
CALL (industry) {
  WITH industry, properties(industry) AS now
  OPTIONAL MATCH (industry)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
WITH industry, state
WHERE state.absent IS NULL
  AND ($parent IS NULL OR EXISTS {
    MATCH (industry)-[within:PART_OF]->(:Industry {key: $parent})
    WHERE within.since <= $version AND coalesce($version < within.ended, true)
  })
  AND ($outermost IS NULL OR $outermost <> EXISTS {
    MATCH (industry)-[within:PART_OF]->(:Industry)
    WHERE within.since <= $version AND coalesce($version < within.ended, true)
  })
  AND ($text IS NULL
    OR toLower(state.name) CONTAINS toLower($text)
    OR toLower(state.name_en) CONTAINS toLower($text))
RETURN count(industry) AS total
