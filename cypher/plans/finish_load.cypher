// Finish a load: from now on the timeline has it, and readers see it. Nothing else that they read is
// written here: a transaction becomes visible bit by bit.
//
// access: write
// param load: INTEGER NOT NULL
MATCH (load:Load {key: 'load-' + $load})
SET load.state = 'loaded'
MERGE (plan:Plan {key: load.plan})
SET
  plan.name = load.name,
  plan.name_en = load.name_en,
  plan.organization = load.organization,
  plan.from = load.from,
  plan.until = load.until
MERGE (load)-[:LOADED]->(plan)
