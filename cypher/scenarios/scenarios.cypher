// All scenarios, the latest effective first; one is applied while a load that applied it counts.
//
// access: read
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column author: STRING NOT NULL
// column approver: STRING
// column why: STRING
// column effective: DATE NOT NULL
// column base: INTEGER NOT NULL
// column state: STRING NOT NULL
// column load: INTEGER
// column digest: STRING NOT NULL
// column operations: STRING NOT NULL
// column capacities: STRING NOT NULL
MATCH (scenario:Scenario)
CALL (scenario) {
  OPTIONAL MATCH (scenario)-[:APPLIED_AS]->(load:Load)
  WHERE load.state IN ['loaded', 'undone']
  RETURN load
  ORDER BY load.number DESC
  LIMIT 1
}
RETURN
  scenario.key AS key,
  scenario.name AS name,
  scenario.name_en AS name_en,
  scenario.author AS author,
  scenario.approver AS approver,
  scenario.why AS why,
  scenario.effective AS effective,
  scenario.base AS base,
  CASE
    WHEN scenario.state <> 'approved' OR load IS NULL THEN scenario.state
    WHEN load.state = 'loaded' THEN 'applied'
    ELSE 'rolled-back'
  END AS state,
  load.number AS load,
  scenario.digest AS digest,
  scenario.operations AS operations,
  coalesce(scenario.capacities, '{}') AS capacities
ORDER BY effective DESC, key
