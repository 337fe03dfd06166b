// Every statement in the graph about who covers which territory.
//
// access: read
// column department: STRING NOT NULL
// column territory: STRING NOT NULL
// column start: DATE
// column until: DATE
MATCH (department:Department)-[edge:COVERS]->(territory:Territory)
RETURN department.key AS department, territory.key AS territory, edge.from AS start, edge.until AS until
ORDER BY department, territory, start
