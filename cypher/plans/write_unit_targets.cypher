// Write unit targets: new ones, and new states of those that changed. A state that ends is kept as a
// `Former`, and so is a time in which there was none.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
CALL (row) {
  MATCH (target:UnitTarget {key: row.key})
  CREATE (target)-[:WAS]->(former:Former)
  SET
    former = properties(target),
    former.since = coalesce(target.changed, target.since),
    former.ended = coalesce(target.ended, $load)
  WITH target
  WHERE target.ended IS NOT NULL
  CREATE (target)-[:WAS]->(:Former {key: row.key, since: target.ended, ended: $load, absent: true})
}
MERGE (target:UnitTarget {key: row.key})
WITH row, target, target.since AS since
SET
  target = row.properties,
  target.since = coalesce(since, $load),
  target.changed = CASE WHEN since IS NOT NULL THEN $load END
