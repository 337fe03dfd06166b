// What tells the loaded state of the active plan from every other.
//
// access: read
// column stamp: STRING NOT NULL
MATCH (plan:Plan {active: true})
RETURN plan.key + ' ' + plan.revision + ' ' + plan.loaded_at AS stamp
