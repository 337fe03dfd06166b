// Write who covers which territory; the rows must not be there yet.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MATCH (department:Department {key: row.department})
MATCH (territory:Territory {key: row.territory})
CREATE (department)-[:COVERS {
  from: row.start,
  until: row.until,
  illustrative: row.illustrative,
  folder: row.folder,
  since: $load
}]->(territory)
