// Write responsibilities: new ones, and new states of those that changed, which are kept before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MERGE (responsibility:Responsibility {key: row.key})
WITH row, responsibility, responsibility.since AS since
SET
  responsibility = row.properties,
  responsibility.since = coalesce(since, $load),
  responsibility.changed = CASE WHEN since IS NOT NULL THEN $load END
