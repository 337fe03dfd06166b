// Write steps: new ones, and new states of those that changed, which are kept before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MERGE (step:Step {key: row.key})
WITH row, step, step.since AS since
SET
  step = row.properties,
  step.since = coalesce(since, $load),
  step.changed = CASE WHEN since IS NOT NULL THEN $load END
