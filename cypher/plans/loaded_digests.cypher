// The keys of everything in a version with the digests of what was written, some of them a row; in
// no order.
//
// access: read
// param version: INTEGER NOT NULL
// column kind: STRING NOT NULL
// column part: STRING NOT NULL
// column keys: LIST<STRING NOT NULL> NOT NULL
// column digests: LIST<STRING NOT NULL> NOT NULL
MATCH (thing:Source|Department|Industry|Territory|Customer|Subsidiary|Person|Post|Strategy|Step|Responsibility|Indicator|Target|RevenueSplit|AssignmentRule|NamedException|OpenQuestion|Specialty|UnitTemplate|TemplateDepartment|TemplatePost|UnitTarget|Segment)
WHERE thing.since <= $version AND coalesce($version < thing.ended, true)
CALL (thing) {
  OPTIONAL MATCH (thing)-[:WAS]->(former:Former)
  WHERE former.since <= $version < former.ended
  RETURN coalesce(former, thing) AS state
}
WITH labels(thing)[0] AS kind, left(state.digest, 1) AS part, state
WHERE state.absent IS NULL
RETURN kind, part, collect(state.key) AS keys, collect(state.digest) AS digests
