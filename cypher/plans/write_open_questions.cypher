// Write open questions: new ones, and new states of those that changed. A state that ends is kept as a
// `Former`, and so is a time in which there was none.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
CALL (row) {
  MATCH (question:OpenQuestion {key: row.key})
  CREATE (question)-[:WAS]->(former:Former)
  SET
    former = properties(question),
    former.since = coalesce(question.changed, question.since),
    former.ended = coalesce(question.ended, $load)
  WITH question
  WHERE question.ended IS NOT NULL
  CREATE (question)-[:WAS]->(:Former {key: row.key, since: question.ended, ended: $load, absent: true})
}
MERGE (question:OpenQuestion {key: row.key})
WITH row, question, question.since AS since
SET
  question = row.properties,
  question.since = coalesce(since, $load),
  question.changed = CASE WHEN since IS NOT NULL THEN $load END
