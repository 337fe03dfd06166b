// Write industries of a plan: new ones, and those that changed. Their links come afterwards.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
UNWIND $rows AS row
MERGE (industry:Industry {key: row.key})
SET
  industry.name = row.name,
  industry.name_en = row.name_en,
  industry.illustrative = row.illustrative,
  industry.digest = row.digest
