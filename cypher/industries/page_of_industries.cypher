// A page of the industries that pass the filters; a filter that is null lets all pass.
// Equal values are in the order of keys; the page starts after the given value and key.
//
// access: read
// param parent: STRING
// param outermost: BOOLEAN
// param text: STRING
// param order_by: STRING NOT NULL
// param descending: BOOLEAN NOT NULL
// param after_value: STRING
// param after_key: STRING
// param limit: INTEGER NOT NULL
// param version: INTEGER NOT NULL
// column key: STRING NOT NULL
// column value: STRING NOT NULL
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
WITH
  industry.key AS key,
  CASE $order_by
    WHEN 'key' THEN industry.key
    WHEN 'name_en' THEN coalesce(state.name_en, state.name)
    ELSE state.name
  END AS value
WHERE $after_key IS NULL
  OR (NOT $descending AND (value > $after_value OR (value = $after_value AND key > $after_key)))
  OR ($descending AND (value < $after_value OR (value = $after_value AND key < $after_key)))
RETURN key, value
ORDER BY
  CASE WHEN NOT $descending THEN value END,
  CASE WHEN NOT $descending THEN key END,
  CASE WHEN $descending THEN value END DESC,
  CASE WHEN $descending THEN key END DESC
LIMIT $limit
