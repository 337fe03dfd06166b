// Write specialties: new ones, and new states of those that changed, which are kept before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MERGE (specialty:Specialty {key: row.key})
WITH row, specialty, specialty.since AS since
SET
  specialty = row.properties,
  specialty.since = coalesce(since, $load),
  specialty.changed = CASE WHEN since IS NOT NULL THEN $load END
