// Write rules: new ones, and new states of those that changed. A state that ends is kept as a
// `Former`, and so is a time in which there was none.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
CALL (row) {
  MATCH (rule:AssignmentRule {key: row.key})
  CREATE (rule)-[:WAS]->(former:Former)
  SET
    former = properties(rule),
    former.since = coalesce(rule.changed, rule.since),
    former.ended = coalesce(rule.ended, $load)
  WITH rule
  WHERE rule.ended IS NOT NULL
  CREATE (rule)-[:WAS]->(:Former {key: row.key, since: rule.ended, ended: $load, absent: true})
}
MERGE (rule:AssignmentRule {key: row.key})
WITH row, rule, rule.since AS since
SET
  rule = row.properties,
  rule.since = coalesce(since, $load),
  rule.changed = CASE WHEN since IS NOT NULL THEN $load END
