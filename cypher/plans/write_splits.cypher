// Write splits: new ones, and new states of those that changed. A state that ends is kept as a
// `Former`, and so is a time in which there was none.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
CALL (row) {
  MATCH (split:RevenueSplit {key: row.key})
  CREATE (split)-[:WAS]->(former:Former)
  SET
    former = properties(split),
    former.since = coalesce(split.changed, split.since),
    former.ended = coalesce(split.ended, $load)
  WITH split
  WHERE split.ended IS NOT NULL
  CREATE (split)-[:WAS]->(:Former {key: row.key, since: split.ended, ended: $load, absent: true})
}
MERGE (split:RevenueSplit {key: row.key})
WITH row, split, split.since AS since
SET
  split = row.properties,
  split.since = coalesce(since, $load),
  split.changed = CASE WHEN since IS NOT NULL THEN $load END
