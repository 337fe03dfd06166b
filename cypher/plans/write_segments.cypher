// Write segments: new ones, and new states of those that changed. A state that ends is kept as a
// `Former`, and so is a time in which there was none.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
CALL (row) {
  MATCH (segment:Segment {key: row.key})
  CREATE (segment)-[:WAS]->(former:Former)
  SET
    former = properties(segment),
    former.since = coalesce(segment.changed, segment.since),
    former.ended = coalesce(segment.ended, $load)
  WITH segment
  WHERE segment.ended IS NOT NULL
  CREATE (segment)-[:WAS]->(:Former {key: row.key, since: segment.ended, ended: $load, absent: true})
}
MERGE (segment:Segment {key: row.key})
WITH row, segment, segment.since AS since
SET
  segment = row.properties,
  segment.since = coalesce(since, $load),
  segment.changed = CASE WHEN since IS NOT NULL THEN $load END
