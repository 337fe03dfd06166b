// Write rules of a plan: new ones, and those that changed. Their links come afterwards.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
UNWIND $rows AS row
MERGE (rule:AssignmentRule {key: row.key})
SET
  rule.name = row.name,
  rule.name_en = row.name_en,
  rule.illustrative = row.illustrative,
  rule.digest = row.digest,
  rule.function = row.function,
  rule.role = row.role,
  rule.tiers = row.tiers,
  rule.level_from = row.level_from,
  rule.level_to = row.level_to,
  rule.tags = row.tags,
  rule.priority = row.priority,
  rule.within = row.within,
  rule.specialty = row.specialty,
  rule.vacant_reason = row.vacant_reason,
  rule.from = row.from,
  rule.until = row.until
