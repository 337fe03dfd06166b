// Write territories: new ones, and new states of those that changed. A state that ends is kept as a
// `Former`, and so is a time in which there was none.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
CALL (row) {
  MATCH (territory:Territory {key: row.key})
  CREATE (territory)-[:WAS]->(former:Former)
  SET
    former = properties(territory),
    former.since = coalesce(territory.changed, territory.since),
    former.ended = coalesce(territory.ended, $load)
  WITH territory
  WHERE territory.ended IS NOT NULL
  CREATE (territory)-[:WAS]->(:Former {key: row.key, since: territory.ended, ended: $load, absent: true})
}
MERGE (territory:Territory {key: row.key})
WITH row, territory, territory.since AS since
SET
  territory = row.properties,
  territory.since = coalesce(since, $load),
  territory.changed = CASE WHEN since IS NOT NULL THEN $load END
