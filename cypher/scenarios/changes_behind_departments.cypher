// The operations, as applied, that each of these departments came of, the latest first.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param version: INTEGER NOT NULL
// column key: STRING NOT NULL
// column change: STRING NOT NULL
// column scenario: STRING NOT NULL
// column step: STRING NOT NULL
// column number: INTEGER
// column op: STRING
// column who: STRING NOT NULL
// column what: STRING NOT NULL
// column why: STRING
// column load: INTEGER
// column at: ZONED DATETIME NOT NULL
UNWIND $keys AS department_key
MATCH (:Department {key: department_key})-[came:RESULTED_FROM]->(change:Change)-[:STEP_OF]->(scenario:Scenario)
WHERE came.since <= $version
RETURN
  department_key AS key,
  change.key AS change,
  scenario.key AS scenario,
  change.step AS step,
  change.number AS number,
  change.op AS op,
  change.who AS who,
  change.what AS what,
  change.why AS why,
  change.load AS load,
  change.at AS at
ORDER BY key, at DESC, number, change
