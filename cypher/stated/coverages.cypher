// Which territories these departments cover in a version, sorted by department, territory and start.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param version: INTEGER NOT NULL
// column department: STRING NOT NULL
// column territory: STRING NOT NULL
// column start: DATE
// column until: DATE
// column illustrative: BOOLEAN NOT NULL
// column folder: STRING
UNWIND $keys AS key
MATCH (department:Department {key: key})-[edge:COVERS]->(territory:Territory)
WHERE edge.since <= $version AND coalesce($version < edge.ended, true)
RETURN
  department.key AS department,
  territory.key AS territory,
  edge.from AS start,
  edge.until AS until,
  coalesce(edge.illustrative, false) AS illustrative,
  edge.folder AS folder
ORDER BY department, territory, start
