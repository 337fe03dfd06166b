// Keep the states of rules that this load is about to change, each as a `Former`, and so the
// time in which there was none.
//
// access: write
// param keys: LIST<STRING NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $keys AS key
MATCH (rule:AssignmentRule {key: key})
CREATE (rule)-[:WAS]->(former:Former)
SET
  former = properties(rule),
  former.since = coalesce(rule.changed, rule.since),
  former.ended = coalesce(rule.ended, $load),
  rule.changed = $load
WITH key, rule
WHERE rule.ended IS NOT NULL
CREATE (rule)-[:WAS]->(:Former {key: key, since: rule.ended, ended: $load, absent: true})
