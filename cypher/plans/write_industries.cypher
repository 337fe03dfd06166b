// Write industries: new ones, and new states of those that changed. A state that ends is kept as a
// `Former`, and so is a time in which there was none.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
CALL (row) {
  MATCH (industry:Industry {key: row.key})
  CREATE (industry)-[:WAS]->(former:Former)
  SET
    former = properties(industry),
    former.since = coalesce(industry.changed, industry.since),
    former.ended = coalesce(industry.ended, $load)
  WITH industry
  WHERE industry.ended IS NOT NULL
  CREATE (industry)-[:WAS]->(:Former {key: row.key, since: industry.ended, ended: $load, absent: true})
}
MERGE (industry:Industry {key: row.key})
WITH row, industry, industry.since AS since
SET
  industry = row.properties,
  industry.since = coalesce(since, $load),
  industry.changed = CASE WHEN since IS NOT NULL THEN $load END
