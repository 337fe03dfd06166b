// Write rules: new ones, and new states of those that changed, which are kept before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MERGE (rule:AssignmentRule {key: row.key})
WITH row, rule, rule.since AS since
SET
  rule = row.properties,
  rule.since = coalesce(since, $load),
  rule.changed = CASE WHEN since IS NOT NULL THEN $load END
