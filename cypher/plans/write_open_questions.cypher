// Write open questions: new ones, and new states of those that changed, which are kept before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MERGE (question:OpenQuestion {key: row.key})
WITH row, question, question.since AS since
SET
  question = row.properties,
  question.since = coalesce(since, $load),
  question.changed = CASE WHEN since IS NOT NULL THEN $load END
