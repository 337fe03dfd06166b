// Write indicators of a plan: new ones, and those that changed. Their links come afterwards.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
UNWIND $rows AS row
MERGE (indicator:Indicator {key: row.key})
SET
  indicator.name = row.name,
  indicator.name_en = row.name_en,
  indicator.illustrative = row.illustrative,
  indicator.digest = row.digest,
  indicator.unit = row.unit
