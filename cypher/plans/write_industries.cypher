// Write industries: new ones, and new states of those that changed, which are kept before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MERGE (industry:Industry {key: row.key})
WITH row, industry, industry.since AS since
SET
  industry = row.properties,
  industry.since = coalesce(since, $load),
  industry.changed = CASE WHEN since IS NOT NULL THEN $load END
