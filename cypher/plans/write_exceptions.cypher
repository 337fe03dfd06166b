// Write exceptions of a plan: new ones, and those that changed. Their links come afterwards.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
UNWIND $rows AS row
MERGE (exception:NamedException {key: row.key})
SET
  exception.name = row.name,
  exception.name_en = row.name_en,
  exception.illustrative = row.illustrative,
  exception.digest = row.digest,
  exception.function = row.function,
  exception.role = row.role,
  exception.reason = row.reason,
  exception.from = row.from,
  exception.until = row.until
