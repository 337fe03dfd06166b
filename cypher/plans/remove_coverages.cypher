// Remove what the plan no longer says about who covers which territory.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
UNWIND $rows AS row
MATCH (department:Department {key: row.department})-[old:COVERS]->(territory:Territory {key: row.territory})
WHERE
  (old.from = row.from OR (old.from IS NULL AND row.from IS NULL))
  AND (old.until = row.until OR (old.until IS NULL AND row.until IS NULL))
DELETE old
