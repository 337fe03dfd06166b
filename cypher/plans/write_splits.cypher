// Write splits of a plan: new ones, and those that changed. Their links come afterwards.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
UNWIND $rows AS row
MERGE (split:RevenueSplit {key: row.key})
SET
  split.name = row.name,
  split.name_en = row.name_en,
  split.illustrative = row.illustrative,
  split.digest = row.digest,
  split.basis = row.basis,
  split.shares = row.shares
