// The subsidiaries directly under accounts, by name; at most so many of each.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param most: INTEGER NOT NULL
// param version: INTEGER NOT NULL
// column key: STRING NOT NULL
// column linked_key: STRING NOT NULL
UNWIND $keys AS key
CALL (key) {
  MATCH (child:Subsidiary)-[under:SUBSIDIARY_OF]->(:Customer|Subsidiary {key: key})
  WHERE under.since <= $version AND coalesce($version < under.ended, true)
  CALL (child) {
    WITH child, properties(child) AS now
    OPTIONAL MATCH (child)-[:WAS]->(former)
    WHERE now.changed > $version AND former.since <= $version < former.ended
    RETURN coalesce(properties(former), now) AS state
  }
  RETURN child, state.name AS name
  ORDER BY name, child.key
  LIMIT $most
}
RETURN key, child.key AS linked_key
ORDER BY key, name, linked_key
