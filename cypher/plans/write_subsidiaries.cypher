// Write subsidiaries: new ones, and new states of those that changed. A state that ends is kept as a
// `Former`, and so is a time in which there was none.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
CALL (row) {
  MATCH (subsidiary:Subsidiary {key: row.key})
  CREATE (subsidiary)-[:WAS]->(former:Former)
  SET
    former = properties(subsidiary),
    former.since = coalesce(subsidiary.changed, subsidiary.since),
    former.ended = coalesce(subsidiary.ended, $load)
  WITH subsidiary
  WHERE subsidiary.ended IS NOT NULL
  CREATE (subsidiary)-[:WAS]->(:Former {key: row.key, since: subsidiary.ended, ended: $load, absent: true})
}
MERGE (subsidiary:Subsidiary {key: row.key})
WITH row, subsidiary, subsidiary.since AS since
SET
  subsidiary = row.properties,
  subsidiary.since = coalesce(since, $load),
  subsidiary.changed = CASE WHEN since IS NOT NULL THEN $load END
