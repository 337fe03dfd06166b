// Write unit templates: new ones, and new states of those that changed, which are kept before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MERGE (template:UnitTemplate {key: row.key})
WITH row, template, template.since AS since
SET
  template = row.properties,
  template.since = coalesce(since, $load),
  template.changed = CASE WHEN since IS NOT NULL THEN $load END
