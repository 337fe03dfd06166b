// How many customers pass the filters; a filter that is null lets all pass.
//
// access: read
// param tiers: LIST<STRING NOT NULL>
// param customer: STRING
// param levels: LIST<INTEGER NOT NULL>
// param tags: LIST<STRING NOT NULL>
// param industry: STRING
// param territory: STRING
// param text: STRING
// param version: INTEGER NOT NULL
// column total: INTEGER NOT NULL
MATCH (account:Customer)
WHERE account.since <= $version AND coalesce($version < account.ended, true)
CALL (account) {
  WITH account, properties(account) AS now
  OPTIONAL MATCH (account)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
WITH account, state
WHERE state.absent IS NULL
  AND ($tiers IS NULL OR state.tier IN $tiers)
  AND ($customer IS NULL OR account.key = $customer)
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
RETURN count(account) AS total
