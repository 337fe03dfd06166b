// What each of these open questions is about, by name.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param version: INTEGER NOT NULL
// column key: STRING NOT NULL
// column linked_kind: STRING NOT NULL
// column linked_key: STRING NOT NULL
UNWIND $keys AS key
MATCH (:OpenQuestion {key: key})-[about:ABOUT]->(thing)
WHERE about.since <= $version AND coalesce($version < about.ended, true)
CALL (thing) {
  WITH thing, properties(thing) AS now
  OPTIONAL MATCH (thing)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
RETURN key, labels(thing)[0] AS linked_kind, thing.key AS linked_key
ORDER BY key, state.name, linked_key
