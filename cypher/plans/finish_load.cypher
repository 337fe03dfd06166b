// Finish a load: from now on the timeline has it, and readers see it.
//
// access: write
// param load: INTEGER NOT NULL
// param row: MAP NOT NULL
MATCH (load:Load {key: 'load-' + $load})
SET
  load.state = 'loaded',
  load.name = $row.name,
  load.name_en = $row.name_en,
  load.organization = $row.organization,
  load.from = $row.from,
  load.until = $row.until,
  load.digest = $row.digest,
  load.sources = $row.sources,
  load.sections = $row.sections,
  load.counts = $row.counts,
  load.loaded_at = datetime()
MERGE (plan:Plan {key: load.plan})
SET
  plan.name = load.name,
  plan.name_en = load.name_en,
  plan.organization = load.organization,
  plan.from = load.from,
  plan.until = load.until
MERGE (load)-[:LOADED]->(plan)
