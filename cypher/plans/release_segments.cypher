// End what no rule says any more about who owns and supports segments.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MATCH (department:Department {key: row.department})-[old:OWNS|SUPPORTS]->(segment:Segment {key: row.held})
WHERE
  old.ended IS NULL
  AND type(old) = row.type
  AND old.function = row.function
  AND (old.rule = row.reason OR (old.rule IS NULL AND row.reason IS NULL))
  AND (old.from = row.start OR (old.from IS NULL AND row.start IS NULL))
  AND (old.until = row.until OR (old.until IS NULL AND row.until IS NULL))
SET old.ended = $load
