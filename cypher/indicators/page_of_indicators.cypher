// A page of the indicators that pass the filters; a filter that is null lets all pass.
// Equal values are in the order of keys; the page starts after the given value and key.
//
// access: read
// param text: STRING
// param order_by: STRING NOT NULL
// param descending: BOOLEAN NOT NULL
// param after_value: STRING
// param after_key: STRING
// param limit: INTEGER NOT NULL
// param version: INTEGER NOT NULL
// column key: STRING NOT NULL
// column value: STRING NOT NULL
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
WITH
  indicator.key AS key,
  CASE $order_by
    WHEN 'key' THEN indicator.key
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
