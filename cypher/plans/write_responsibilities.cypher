// Write responsibilities: new ones, and new states of those that changed. A state that ends is kept as a
// `Former`, and so is a time in which there was none.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
CALL (row) {
  MATCH (responsibility:Responsibility {key: row.key})
  CREATE (responsibility)-[:WAS]->(former:Former)
  SET
    former = properties(responsibility),
    former.since = coalesce(responsibility.changed, responsibility.since),
    former.ended = coalesce(responsibility.ended, $load)
  WITH responsibility
  WHERE responsibility.ended IS NOT NULL
  CREATE (responsibility)-[:WAS]->(:Former {key: row.key, since: responsibility.ended, ended: $load, absent: true})
}
MERGE (responsibility:Responsibility {key: row.key})
WITH row, responsibility, responsibility.since AS since
SET
  responsibility = row.properties,
  responsibility.since = coalesce(since, $load),
  responsibility.changed = CASE WHEN since IS NOT NULL THEN $load END
