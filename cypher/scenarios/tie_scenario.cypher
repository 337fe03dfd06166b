// Say which load a scenario is about to be applied as: it is applied once that load counts.
//
// access: write
// param load: INTEGER NOT NULL
// param scenario: STRING NOT NULL
MATCH (scenario:Scenario {key: $scenario})
MATCH (load:Load {key: 'load-' + $load})
MERGE (scenario)-[:APPLIED_AS]->(load)
SET load.scenario = scenario.key
