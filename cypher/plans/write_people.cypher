// Write people: new ones, and new states of those that changed. A state that ends is kept as a
// `Former`, and so is a time in which there was none.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
CALL (row) {
  MATCH (person:Person {key: row.key})
  CREATE (person)-[:WAS]->(former:Former)
  SET
    former = properties(person),
    former.since = coalesce(person.changed, person.since),
    former.ended = coalesce(person.ended, $load)
  WITH person
  WHERE person.ended IS NOT NULL
  CREATE (person)-[:WAS]->(:Former {key: row.key, since: person.ended, ended: $load, absent: true})
}
MERGE (person:Person {key: row.key})
WITH row, person, person.since AS since
SET
  person = row.properties,
  person.since = coalesce(since, $load),
  person.changed = CASE WHEN since IS NOT NULL THEN $load END
