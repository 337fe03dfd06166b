// Write segments: new ones, and those that changed.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
UNWIND $rows AS row
MERGE (segment:Segment {key: row.key})
SET
  segment.name = row.name,
  segment.level = row.level,
  segment.tier = row.tier,
  segment.size = row.size,
  segment.tags = row.tags,
  segment.digest = row.digest
