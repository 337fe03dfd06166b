// The plan the graph answers from, as its users know it.
//
// access: read
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column organization: STRING NOT NULL
// column start: DATE
// column until: DATE
// column revision: INTEGER NOT NULL
// column loaded_at: ZONED DATETIME NOT NULL
MATCH (plan:Plan)
WHERE plan.active
RETURN
  plan.key AS key,
  plan.name AS name,
  plan.name_en AS name_en,
  plan.organization AS organization,
  plan.from AS start,
  plan.until AS until,
  plan.revision AS revision,
  plan.loaded_at AS loaded_at
ORDER BY revision DESC
LIMIT 1
