// Write unit templates: new ones, and new states of those that changed. A state that ends is kept as a
// `Former`, and so is a time in which there was none.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
CALL (row) {
  MATCH (template:UnitTemplate {key: row.key})
  CREATE (template)-[:WAS]->(former:Former)
  SET
    former = properties(template),
    former.since = coalesce(template.changed, template.since),
    former.ended = coalesce(template.ended, $load)
  WITH template
  WHERE template.ended IS NOT NULL
  CREATE (template)-[:WAS]->(:Former {key: row.key, since: template.ended, ended: $load, absent: true})
}
MERGE (template:UnitTemplate {key: row.key})
WITH row, template, template.since AS since
SET
  template = row.properties,
  template.since = coalesce(since, $load),
  template.changed = CASE WHEN since IS NOT NULL THEN $load END
