// Keep a step in the life of a scenario: who did what, when and why; one that a load
// takes counts once that load does.
//
// access: write
// param scenario: STRING NOT NULL
// param step: STRING NOT NULL
// param who: STRING NOT NULL
// param what: STRING NOT NULL
// param why: STRING
// param load: INTEGER
MATCH (scenario:Scenario {key: $scenario})
CREATE (change:Change {
  key: $scenario + '/' + randomUUID(),
  step: $step,
  who: $who,
  what: $what,
  why: $why,
  load: $load,
  at: datetime()
})
CREATE (change)-[:STEP_OF]->(scenario)
