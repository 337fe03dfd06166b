// Write exceptions: new ones, and new states of those that changed. A state that ends is kept as a
// `Former`, and so is a time in which there was none.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
CALL (row) {
  MATCH (exception:NamedException {key: row.key})
  CREATE (exception)-[:WAS]->(former:Former)
  SET
    former = properties(exception),
    former.since = coalesce(exception.changed, exception.since),
    former.ended = coalesce(exception.ended, $load)
  WITH exception
  WHERE exception.ended IS NOT NULL
  CREATE (exception)-[:WAS]->(:Former {key: row.key, since: exception.ended, ended: $load, absent: true})
}
MERGE (exception:NamedException {key: row.key})
WITH row, exception, exception.since AS since
SET
  exception = row.properties,
  exception.since = coalesce(since, $load),
  exception.changed = CASE WHEN since IS NOT NULL THEN $load END
