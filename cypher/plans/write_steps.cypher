// Write steps: new ones, and new states of those that changed. A state that ends is kept as a
// `Former`, and so is a time in which there was none.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
CALL (row) {
  MATCH (step:Step {key: row.key})
  CREATE (step)-[:WAS]->(former:Former)
  SET
    former = properties(step),
    former.since = coalesce(step.changed, step.since),
    former.ended = coalesce(step.ended, $load)
  WITH step
  WHERE step.ended IS NOT NULL
  CREATE (step)-[:WAS]->(:Former {key: row.key, since: step.ended, ended: $load, absent: true})
}
MERGE (step:Step {key: row.key})
WITH row, step, step.since AS since
SET
  step = row.properties,
  step.since = coalesce(since, $load),
  step.changed = CASE WHEN since IS NOT NULL THEN $load END
