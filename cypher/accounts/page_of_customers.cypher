// A page of the customers that pass the filters; a filter that is null lets all pass. Industries
// and territories include what lies inside. Equal values are in the order of keys.
//
// access: read
// param tiers: LIST<STRING NOT NULL>
// param customer: STRING
// param levels: LIST<INTEGER NOT NULL>
// param tags: LIST<STRING NOT NULL>
// param industry: STRING
// param territory: STRING
// param text: STRING
// param order_by: STRING NOT NULL
// param descending: BOOLEAN NOT NULL
// param after_value: STRING
// param after_key: STRING
// param limit: INTEGER NOT NULL
// column key: STRING NOT NULL
// column value: STRING NOT NULL
MATCH (account:Customer)
WITH account, account AS group
WHERE ($tiers IS NULL OR group.tier IN $tiers)
  AND ($customer IS NULL OR group.key = $customer)
  AND ($levels IS NULL OR account.level IN $levels)
  AND ($tags IS NULL OR all(tag IN $tags WHERE tag IN account.tags))
  AND ($industry IS NULL
    OR EXISTS { (account)-[:IN_INDUSTRY]->(:Industry)-[:PART_OF*0..12]->(:Industry {key: $industry}) })
  AND ($territory IS NULL
    OR EXISTS { (account)-[:LOCATED_IN]->(:Territory)-[:PART_OF*0..12]->(:Territory {key: $territory}) })
  AND ($text IS NULL
    OR toLower(account.name) CONTAINS toLower($text)
    OR toLower(account.name_en) CONTAINS toLower($text))
WITH
  account.key AS key,
  CASE $order_by
    WHEN 'key' THEN account.key
    WHEN 'name_en' THEN coalesce(account.name_en, account.name)
    ELSE account.name
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
