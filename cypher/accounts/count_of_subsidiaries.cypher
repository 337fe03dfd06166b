// How many subsidiaries pass the filters; a filter that is null lets all pass.
//
// access: read
// param tiers: LIST<STRING NOT NULL>
// param customer: STRING
// param levels: LIST<INTEGER NOT NULL>
// param tags: LIST<STRING NOT NULL>
// param industry: STRING
// param territory: STRING
// param text: STRING
// column total: INTEGER NOT NULL
MATCH (account:Subsidiary)-[:PART_OF]->(group:Customer)
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
RETURN count(account) AS total
