// Write and link people that no load ever brought before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
CREATE (person:Person)
SET person = row.properties, person.since = $load
WITH row, person
CALL (row, person) {
  UNWIND row.sources AS source_key
  MATCH (source:Source {key: source_key})
  CREATE (person)-[:STATED_IN {since: $load}]->(source)
}
