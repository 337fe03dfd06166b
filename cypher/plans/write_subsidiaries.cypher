// Write subsidiaries of a plan: new ones, and those that changed. Their links come afterwards.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
UNWIND $rows AS row
MERGE (subsidiary:Subsidiary {key: row.key})
SET
  subsidiary.name = row.name,
  subsidiary.name_en = row.name_en,
  subsidiary.illustrative = row.illustrative,
  subsidiary.digest = row.digest,
  subsidiary.level = row.level,
  subsidiary.tags = row.tags
