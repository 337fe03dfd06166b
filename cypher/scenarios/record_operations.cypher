// Keep the operations of a scenario that a load applies, each with the departments it ended, and
// those that came of it.
//
// access: write
// param load: INTEGER NOT NULL
// param scenario: STRING NOT NULL
// param rows: LIST<MAP NOT NULL> NOT NULL
MATCH (scenario:Scenario {key: $scenario})
UNWIND $rows AS row
MERGE (change:Change {key: $scenario + '/' + $load + '/' + row.number})
SET
  change.step = 'operation',
  change.number = row.number,
  change.op = row.op,
  change.who = row.who,
  change.what = row.what,
  change.why = row.why,
  change.load = $load,
  change.at = datetime()
MERGE (change)-[:STEP_OF]->(scenario)
WITH change, row
CALL (change, row) {
  UNWIND row.ended AS ended_key
  MATCH (ended:Department {key: ended_key})
  CREATE (change)-[:ENDED {since: $load}]->(ended)
}
CALL (change, row) {
  UNWIND row.resulting AS resulting_key
  MATCH (resulting:Department {key: resulting_key})
  CREATE (resulting)-[:RESULTED_FROM {since: $load}]->(change)
}
