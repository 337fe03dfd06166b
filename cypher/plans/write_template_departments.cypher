// Write template departments: new ones, and new states of those that changed. A state that ends is kept as a
// `Former`, and so is a time in which there was none.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
CALL (row) {
  MATCH (department:TemplateDepartment {key: row.key})
  CREATE (department)-[:WAS]->(former:Former)
  SET
    former = properties(department),
    former.since = coalesce(department.changed, department.since),
    former.ended = coalesce(department.ended, $load)
  WITH department
  WHERE department.ended IS NOT NULL
  CREATE (department)-[:WAS]->(:Former {key: row.key, since: department.ended, ended: $load, absent: true})
}
MERGE (department:TemplateDepartment {key: row.key})
WITH row, department, department.since AS since
SET
  department = row.properties,
  department.since = coalesce(since, $load),
  department.changed = CASE WHEN since IS NOT NULL THEN $load END
