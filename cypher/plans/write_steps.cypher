// Write steps of a plan: new ones, and those that changed. Their links come afterwards.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
UNWIND $rows AS row
MERGE (step:Step {key: row.key})
SET
  step.name = row.name,
  step.name_en = row.name_en,
  step.illustrative = row.illustrative,
  step.digest = row.digest,
  step.ordinal = row.ordinal,
  step.conditional = row.conditional,
  step.condition = row.condition
