// Write people of a plan: new ones, and those that changed. Their links come afterwards.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
UNWIND $rows AS row
MERGE (person:Person {key: row.key})
SET
  person.name = row.name,
  person.name_en = row.name_en,
  person.illustrative = row.illustrative,
  person.digest = row.digest
