// Write people: new ones, and new states of those that changed, which are kept before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MERGE (person:Person {key: row.key})
WITH row, person, person.since AS since
SET
  person = row.properties,
  person.since = coalesce(since, $load),
  person.changed = CASE WHEN since IS NOT NULL THEN $load END
