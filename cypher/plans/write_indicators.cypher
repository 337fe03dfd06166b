// Write indicators: new ones, and new states of those that changed. A state that ends is kept as a
// `Former`, and so is a time in which there was none.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
CALL (row) {
  MATCH (indicator:Indicator {key: row.key})
  CREATE (indicator)-[:WAS]->(former:Former)
  SET
    former = properties(indicator),
    former.since = coalesce(indicator.changed, indicator.since),
    former.ended = coalesce(indicator.ended, $load)
  WITH indicator
  WHERE indicator.ended IS NOT NULL
  CREATE (indicator)-[:WAS]->(:Former {key: row.key, since: indicator.ended, ended: $load, absent: true})
}
MERGE (indicator:Indicator {key: row.key})
WITH row, indicator, indicator.since AS since
SET
  indicator = row.properties,
  indicator.since = coalesce(since, $load),
  indicator.changed = CASE WHEN since IS NOT NULL THEN $load END
