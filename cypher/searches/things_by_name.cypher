// Things by key or name: those with exactly this key first, then those with exactly this name, then
// what the full-text query finds, the best first.
//
// access: read
// param text: STRING NOT NULL
// param pattern: STRING NOT NULL
// param limit: INTEGER NOT NULL
// column kind: STRING NOT NULL
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
CALL () {
  MATCH (thing:Source|Department|Industry|Territory|Customer|Subsidiary|Person|Post|Strategy|Step|Responsibility|Indicator|Target|RevenueSplit|AssignmentRule|NamedException|OpenQuestion {key: $text})
  RETURN thing, 3 AS rank, 0.0 AS score
  UNION ALL
  CALL db.index.fulltext.queryNodes('names', $pattern, {limit: 500}) YIELD node, score
  RETURN
    node AS thing,
    CASE
      WHEN node.name = $text OR toLower(node.name_en) = toLower($text) THEN 2
      WHEN node.name STARTS WITH $text OR toLower(node.name_en) STARTS WITH toLower($text) THEN 1
      ELSE 0
    END AS rank,
    score
}
WITH thing, max(rank) AS rank, max(score) AS score
RETURN labels(thing)[0] AS kind, thing.key AS key, thing.name AS name, thing.name_en AS name_en
ORDER BY rank DESC, score DESC, name, kind, key
LIMIT $limit
