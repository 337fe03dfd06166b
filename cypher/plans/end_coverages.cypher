// Remove what the plan no longer says about who covers which territory.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MATCH (department:Department {key: row.department})-[old:COVERS]->(territory:Territory {key: row.territory})
WHERE
  old.ended IS NULL
  AND (old.from = row.start OR (old.from IS NULL AND row.start IS NULL))
  AND (old.until = row.until OR (old.until IS NULL AND row.until IS NULL))
SET old.ended = $load
