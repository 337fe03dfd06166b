// Write indicators: new ones, and new states of those that changed, which are kept before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MERGE (indicator:Indicator {key: row.key})
WITH row, indicator, indicator.since AS since
SET
  indicator = row.properties,
  indicator.since = coalesce(since, $load),
  indicator.changed = CASE WHEN since IS NOT NULL THEN $load END
