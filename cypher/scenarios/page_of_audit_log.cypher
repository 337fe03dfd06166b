// A page of what was done to scenarios, the latest first: to all, to one, or to those that had
// operations which ended a department or which it came of; of these, no other operations.
//
// access: read
// param about: STRING
// param since: ZONED DATETIME
// param after_key: STRING
// param limit: INTEGER NOT NULL
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
OPTIONAL MATCH (last:Change {key: $after_key})
WITH last.at AS last_at, coalesce(last.number, 0) AS last_number, last.key AS last_key
MATCH (change:Change)-[:STEP_OF]->(scenario:Scenario)
WITH *, coalesce(change.number, 0) AS place
WHERE
  ($since IS NULL OR change.at >= $since)
  AND (
    $after_key IS NULL
    OR change.at < last_at
    OR (change.at = last_at AND place > last_number)
    OR (change.at = last_at AND place = last_number AND change.key > last_key)
  )
  AND (
    $about IS NULL
    OR scenario.key = $about
    OR EXISTS { (change)-[:ENDED|RESULTED_FROM]-(:Department {key: $about}) }
    OR (change.step <> 'operation' AND EXISTS { (scenario)<-[:STEP_OF]-(:Change)-[:ENDED|RESULTED_FROM]-(:Department {key: $about}) })
  )
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
ORDER BY at DESC, place, key
LIMIT $limit
