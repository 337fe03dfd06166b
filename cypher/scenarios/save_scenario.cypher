// Keep a scenario as it is drafted now; what was approved or rolled back before
// is so no longer.
//
// access: write
// param row: MAP NOT NULL
MERGE (scenario:Scenario {key: $row.key})
SET
  scenario.name = $row.name,
  scenario.name_en = $row.name_en,
  scenario.author = $row.author,
  scenario.why = $row.why,
  scenario.effective = $row.effective,
  scenario.base = $row.base,
  scenario.state = $row.state,
  scenario.operations = $row.operations,
  scenario.capacities = $row.capacities,
  scenario.digest = $row.digest,
  scenario.approver = null
WITH scenario
OPTIONAL MATCH (scenario)-[tie:APPLIED_AS]->(:Load)
DELETE tie
