// Write strategies of a plan: new ones, and those that changed. Their links come afterwards.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
UNWIND $rows AS row
MERGE (strategy:Strategy {key: row.key})
SET
  strategy.name = row.name,
  strategy.name_en = row.name_en,
  strategy.illustrative = row.illustrative,
  strategy.digest = row.digest,
  strategy.kind = row.kind,
  strategy.purpose = row.purpose,
  strategy.purpose_en = row.purpose_en
