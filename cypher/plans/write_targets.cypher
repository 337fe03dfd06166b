// Write targets of a plan: new ones, and those that changed. Their links come afterwards.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
UNWIND $rows AS row
MERGE (target:Target {key: row.key})
SET
  target.name = row.name,
  target.name_en = row.name_en,
  target.illustrative = row.illustrative,
  target.digest = row.digest,
  target.value = row.value,
  target.unit = row.unit,
  target.period = row.period,
  target.certainty = row.certainty,
  target.as_written = row.as_written
