// The plan the graph answers from, with its revision.
//
// access: read
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column revision: INTEGER NOT NULL
// column digest: STRING
// column loaded_at: ZONED DATETIME NOT NULL
MATCH (plan:Plan)
RETURN
  plan.key AS key,
  plan.name AS name,
  plan.revision AS revision,
  plan.digest AS digest,
  plan.loaded_at AS loaded_at
ORDER BY revision DESC
