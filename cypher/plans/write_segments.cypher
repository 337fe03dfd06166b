// Write segments: new ones, and new states of those that changed, which are kept before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MERGE (segment:Segment {key: row.key})
WITH row, segment, segment.since AS since
SET
  segment = row.properties,
  segment.since = coalesce(since, $load),
  segment.changed = CASE WHEN since IS NOT NULL THEN $load END
