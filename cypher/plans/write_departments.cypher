// Write departments: new ones, and new states of those that changed, which are kept before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MERGE (department:Department {key: row.key})
WITH row, department, department.since AS since
SET
  department = row.properties,
  department.since = coalesce(since, $load),
  department.changed = CASE WHEN since IS NOT NULL THEN $load END
