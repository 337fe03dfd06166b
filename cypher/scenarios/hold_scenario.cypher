// Keep others from changing a scenario until this transaction ends.
//
// access: write
// param key: STRING NOT NULL
MATCH (scenario:Scenario {key: $key})
SET scenario.key = $key
