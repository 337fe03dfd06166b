// Write responsibilities of a plan: new ones, and those that changed. Their links come afterwards.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
UNWIND $rows AS row
MERGE (responsibility:Responsibility {key: row.key})
SET
  responsibility.name = row.name,
  responsibility.name_en = row.name_en,
  responsibility.illustrative = row.illustrative,
  responsibility.digest = row.digest,
  responsibility.function = row.function,
  responsibility.outside = row.outside
