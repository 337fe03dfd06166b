// Write sources: new ones, and new states of those that changed. A state that ends is kept as a
// `Former`, and so is a time in which there was none.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
CALL (row) {
  MATCH (source:Source {key: row.key})
  CREATE (source)-[:WAS]->(former:Former)
  SET
    former = properties(source),
    former.since = coalesce(source.changed, source.since),
    former.ended = coalesce(source.ended, $load)
  WITH source
  WHERE source.ended IS NOT NULL
  CREATE (source)-[:WAS]->(:Former {key: row.key, since: source.ended, ended: $load, absent: true})
}
MERGE (source:Source {key: row.key})
WITH row, source, source.since AS since
SET
  source = row.properties,
  source.since = coalesce(since, $load),
  source.changed = CASE WHEN since IS NOT NULL THEN $load END
