// A page of the strategies that pass the filters; a filter that is null lets all pass.
// Equal values are in the order of keys; the page starts after the given value and key.
//
// access: read
// param kinds: LIST<STRING NOT NULL>
// param text: STRING
// param order_by: STRING NOT NULL
// param descending: BOOLEAN NOT NULL
// param after_value: STRING
// param after_key: STRING
// param limit: INTEGER NOT NULL
// column key: STRING NOT NULL
// column value: STRING NOT NULL
MATCH (strategy:Strategy)
WHERE ($kinds IS NULL OR strategy.kind IN $kinds)
  AND ($text IS NULL
    OR toLower(strategy.name) CONTAINS toLower($text)
    OR toLower(strategy.name_en) CONTAINS toLower($text))
WITH
  strategy.key AS key,
  CASE $order_by
    WHEN 'key' THEN strategy.key
    WHEN 'name_en' THEN coalesce(strategy.name_en, strategy.name)
    ELSE strategy.name
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
