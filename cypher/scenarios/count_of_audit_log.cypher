// How much was done to scenarios: to all, to one, or to those that had operations which ended a
// department or which it came of; of these, no other operations.
//
// access: read
// param about: STRING
// param since: ZONED DATETIME
// column total: INTEGER NOT NULL
MATCH (change:Change)-[:STEP_OF]->(scenario:Scenario)
WHERE
  ($since IS NULL OR change.at >= $since)
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
RETURN count(change) AS total
