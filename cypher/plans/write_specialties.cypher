// Write specialties: new ones, and new states of those that changed. A state that ends is kept as a
// `Former`, and so is a time in which there was none.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
CALL (row) {
  MATCH (specialty:Specialty {key: row.key})
  CREATE (specialty)-[:WAS]->(former:Former)
  SET
    former = properties(specialty),
    former.since = coalesce(specialty.changed, specialty.since),
    former.ended = coalesce(specialty.ended, $load)
  WITH specialty
  WHERE specialty.ended IS NOT NULL
  CREATE (specialty)-[:WAS]->(:Former {key: row.key, since: specialty.ended, ended: $load, absent: true})
}
MERGE (specialty:Specialty {key: row.key})
WITH row, specialty, specialty.since AS since
SET
  specialty = row.properties,
  specialty.since = coalesce(since, $load),
  specialty.changed = CASE WHEN since IS NOT NULL THEN $load END
