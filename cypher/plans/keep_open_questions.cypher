// Keep the states of open questions that this load is about to change, each as a `Former`, and so the
// time in which there was none.
//
// access: write
// param keys: LIST<STRING NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $keys AS key
MATCH (question:OpenQuestion {key: key})
CREATE (question)-[:WAS]->(former:Former)
SET
  former = properties(question),
  former.since = coalesce(question.changed, question.since),
  former.ended = coalesce(question.ended, $load),
  question.changed = $load
WITH key, question
WHERE question.ended IS NOT NULL
CREATE (question)-[:WAS]->(:Former {key: key, since: question.ended, ended: $load, absent: true})
