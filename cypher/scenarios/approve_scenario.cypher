// Approve a scenario as it was checked.
//
// access: write
// param key: STRING NOT NULL
// param digest: STRING NOT NULL
// param approver: STRING NOT NULL
MATCH (scenario:Scenario {key: $key, digest: $digest, state: 'checked'})
SET
  scenario.state = 'approved',
  scenario.approver = $approver
