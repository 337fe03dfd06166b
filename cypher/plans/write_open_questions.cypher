// Write open questions of a plan: new ones, and those that changed. Their links come afterwards.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
UNWIND $rows AS row
MERGE (question:OpenQuestion {key: row.key})
SET
  question.name = row.name,
  question.name_en = row.name_en,
  question.illustrative = row.illustrative,
  question.digest = row.digest,
  question.assumption = row.assumption
