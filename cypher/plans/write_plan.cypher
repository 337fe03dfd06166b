// Make this the plan the graph answers from, in place of any other, at a new revision.
//
// access: write
// param key: STRING NOT NULL
// param row: MAP NOT NULL
// param revision: INTEGER NOT NULL
MERGE (plan:Plan {key: $key})
SET
  plan.name = $row.name,
  plan.name_en = $row.name_en,
  plan.organization = $row.organization,
  plan.from = $row.from,
  plan.until = $row.until,
  plan.digest = $row.digest,
  plan.active = true,
  plan.revision = $revision,
  plan.loaded_at = datetime()
WITH plan
MATCH (other:Plan)
WHERE other.key <> plan.key
DETACH DELETE other
