// Write sources of a plan: new ones, and those that changed. Their links come afterwards.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
UNWIND $rows AS row
MERGE (source:Source {key: row.key})
SET
  source.name = row.name,
  source.name_en = row.name_en,
  source.illustrative = row.illustrative,
  source.digest = row.digest,
  source.document = row.document,
  source.section = row.section
