// Keep the states of unit templates that this load is about to change, each as a `Former`, and so the
// time in which there was none.
//
// access: write
// param keys: LIST<STRING NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $keys AS key
MATCH (template:UnitTemplate {key: key})
CREATE (template)-[:WAS]->(former:Former)
SET
  former = properties(template),
  former.since = coalesce(template.changed, template.since),
  former.ended = coalesce(template.ended, $load),
  template.changed = $load
WITH key, template
WHERE template.ended IS NOT NULL
CREATE (template)-[:WAS]->(:Former {key: key, since: template.ended, ended: $load, absent: true})
