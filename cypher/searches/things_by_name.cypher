// Things by key, name or alias: those with exactly this key first, then those with exactly this
// alias, then those with exactly this name, then what the full-text query finds, the best first.
//
// access: read
// param text: STRING NOT NULL
// param pattern: STRING NOT NULL
// param limit: INTEGER NOT NULL
// param version: INTEGER NOT NULL
// column kind: STRING NOT NULL
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
CALL () {
  MATCH (thing:Source|Department|Industry|Territory|Customer|Subsidiary|Person|Post|Strategy|Step|Responsibility|Indicator|Target|RevenueSplit|AssignmentRule|NamedException|OpenQuestion {key: $text})
  RETURN thing, null AS hit, 0.0 AS score
  UNION ALL
  CALL db.index.fulltext.queryNodes('names', $pattern, {limit: 1000}) YIELD node AS hit, score
  OPTIONAL MATCH (owner)-[:WAS]->(hit)
  RETURN coalesce(owner, hit) AS thing, hit, score
}
WITH thing, hit, score
WHERE thing.since <= $version AND coalesce($version < thing.ended, true)
CALL (thing) {
  WITH thing, properties(thing) AS now
  OPTIONAL MATCH (thing)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(former, thing) AS stating, coalesce(properties(former), now) AS state
}
WITH thing, hit, score, stating, state
WHERE state.absent IS NULL AND coalesce(hit = stating, true)
WITH
  thing,
  state,
  max(CASE
    WHEN thing.key = $text THEN 4
    WHEN $text IN coalesce(state.aliases, []) THEN 3
    WHEN state.name = $text OR toLower(state.name_en) = toLower($text) THEN 2
    WHEN state.name STARTS WITH $text OR toLower(state.name_en) STARTS WITH toLower($text) THEN 1
    ELSE 0
  END) AS rank,
  max(score) AS score
RETURN labels(thing)[0] AS kind, thing.key AS key, state.name AS name, state.name_en AS name_en
ORDER BY rank DESC, score DESC, name, kind, key
LIMIT $limit
