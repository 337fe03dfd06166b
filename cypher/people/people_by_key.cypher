// People by key, in no order; an unknown key gives no row.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param version: INTEGER NOT NULL
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column illustrative: BOOLEAN NOT NULL
UNWIND $keys AS key
MATCH (person:Person {key: key})
WHERE person.since <= $version AND coalesce($version < person.ended, true)
CALL (person) {
  WITH person, properties(person) AS now
  OPTIONAL MATCH (person)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
WITH person, state
WHERE state.absent IS NULL
RETURN
  person.key AS key,
  state.name AS name,
  state.name_en AS name_en,
  coalesce(state.illustrative, false) AS illustrative
