// Keep the states of specialties that this load is about to change, each as a `Former`, and so the
// time in which there was none.
//
// access: write
// param keys: LIST<STRING NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $keys AS key
MATCH (specialty:Specialty {key: key})
CREATE (specialty)-[:WAS]->(former:Former)
SET
  former = properties(specialty),
  former.since = coalesce(specialty.changed, specialty.since),
  former.ended = coalesce(specialty.ended, $load),
  specialty.changed = $load
WITH key, specialty
WHERE specialty.ended IS NOT NULL
CREATE (specialty)-[:WAS]->(:Former {key: key, since: specialty.ended, ended: $load, absent: true})
