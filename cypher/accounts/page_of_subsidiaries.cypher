// A page of the subsidiaries that pass the filters; a filter that is null lets all pass. Industries
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
// param version: INTEGER NOT NULL
// column key: STRING NOT NULL
// column value: STRING NOT NULL
MATCH (account:Subsidiary)-[belongs:PART_OF]->(group:Customer)
WHERE belongs.since <= $version AND coalesce($version < belongs.ended, true)
CALL (account) {
  WITH account, properties(account) AS now
  OPTIONAL MATCH (account)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
CALL (group) {
  WITH group, properties(group) AS now
  OPTIONAL MATCH (group)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS group_state
}
WITH account, state, group, group_state
WHERE ($tiers IS NULL OR group_state.tier IN $tiers)
  AND ($customer IS NULL OR group.key = $customer)
  AND ($levels IS NULL OR state.level IN $levels)
  AND ($tags IS NULL OR all(tag IN $tags WHERE tag IN state.tags))
  AND ($industry IS NULL OR EXISTS {
    MATCH path = (account)-[:IN_INDUSTRY]->(:Industry)-[:PART_OF*0..12]->(:Industry {key: $industry})
    WHERE all(edge IN relationships(path) WHERE edge.since <= $version AND coalesce($version < edge.ended, true))
  })
  AND ($territory IS NULL OR EXISTS {
    MATCH path = (account)-[:LOCATED_IN]->(:Territory)-[:PART_OF*0..12]->(:Territory {key: $territory})
    WHERE all(edge IN relationships(path) WHERE edge.since <= $version AND coalesce($version < edge.ended, true))
  })
  AND ($text IS NULL
    OR toLower(state.name) CONTAINS toLower($text)
    OR toLower(state.name_en) CONTAINS toLower($text))
WITH
  account.key AS key,
  CASE $order_by
    WHEN 'key' THEN account.key
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
