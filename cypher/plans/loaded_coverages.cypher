// Everything that a version says about who covers which territory; in no order.
//
// access: read
// param version: INTEGER NOT NULL
// column department: STRING NOT NULL
// column territory: STRING NOT NULL
// column start: DATE
// column until: DATE
// column illustrative: BOOLEAN
// column folder: STRING
MATCH (department:Department)-[edge:COVERS]->(territory:Territory)
WHERE edge.since <= $version AND coalesce($version < edge.ended, true)
RETURN
  department.key AS department,
  territory.key AS territory,
  edge.from AS start,
  edge.until AS until,
  edge.illustrative AS illustrative,
  edge.folder AS folder
