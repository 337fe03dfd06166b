// What was done to scenarios, and the operations applied, the latest first.
//
// access: read
// param scenarios: LIST<STRING NOT NULL>
// param since: ZONED DATETIME
// column key: STRING NOT NULL
// column scenario: STRING NOT NULL
// column step: STRING NOT NULL
// column number: INTEGER
// column op: STRING
// column who: STRING NOT NULL
// column what: STRING NOT NULL
// column why: STRING
// column load: INTEGER
// column at: ZONED DATETIME NOT NULL
MATCH (change:Change)-[:STEP_OF]->(scenario:Scenario)
WHERE
  ($scenarios IS NULL OR scenario.key IN $scenarios)
  AND ($since IS NULL OR change.at >= $since)
  AND NOT EXISTS {
    MATCH (load:Load {key: 'load-' + change.load})
    WHERE NOT load.state IN ['loaded', 'undone']
  }
RETURN
  change.key AS key,
  scenario.key AS scenario,
  change.step AS step,
  change.number AS number,
  change.op AS op,
  change.who AS who,
  change.what AS what,
  change.why AS why,
  change.load AS load,
  change.at AS at
ORDER BY at DESC, number DESC, key
