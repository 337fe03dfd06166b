// Which departments cover which territories.
//
// access: read
// param version: INTEGER NOT NULL
// column department: STRING NOT NULL
// column territory: STRING NOT NULL
// column start: DATE
// column until: DATE
MATCH (department:Department)-[covers:COVERS]->(territory:Territory)
WHERE covers.since <= $version AND coalesce($version < covers.ended, true)
RETURN
  department.key AS department,
  territory.key AS territory,
  covers.from AS start,
  covers.until AS until
ORDER BY department, territory, start
