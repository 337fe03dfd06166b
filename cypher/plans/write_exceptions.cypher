// Write exceptions: new ones, and new states of those that changed, which are kept before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MERGE (exception:NamedException {key: row.key})
WITH row, exception, exception.since AS since
SET
  exception = row.properties,
  exception.since = coalesce(since, $load),
  exception.changed = CASE WHEN since IS NOT NULL THEN $load END
