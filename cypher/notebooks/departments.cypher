// Every department with the department it is part of, for a table.
//
// access: read
// param version: INTEGER NOT NULL
// column department: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column kind: STRING NOT NULL
// column parent: STRING
// column functions: LIST<STRING NOT NULL>
// column segments_owned: INTEGER NOT NULL
MATCH (department:Department)
WHERE department.since <= $version AND coalesce($version < department.ended, true)
CALL (department) {
  WITH department, properties(department) AS now
  OPTIONAL MATCH (department)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
WITH department, state
WHERE state.absent IS NULL
OPTIONAL MATCH (department)-[within:PART_OF]->(parent:Department)
WHERE within.since <= $version AND coalesce($version < within.ended, true)
RETURN
  department.key AS department,
  state.name AS name,
  state.name_en AS name_en,
  state.kind AS kind,
  parent.key AS parent,
  state.functions AS functions,
  COUNT {
    MATCH (department)-[owns:OWNS]->(segment:Segment)
    WHERE owns.since <= $version AND coalesce($version < owns.ended, true)
    RETURN DISTINCT segment
  } AS segments_owned
ORDER BY department
