// Write territories of a plan: new ones, and those that changed. Their links come afterwards.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
UNWIND $rows AS row
MERGE (territory:Territory {key: row.key})
SET
  territory.name = row.name,
  territory.name_en = row.name_en,
  territory.illustrative = row.illustrative,
  territory.digest = row.digest
