// The keys of everything of a kind in a version, some of them a row; in no order.
//
// access: read
// param kind: STRING NOT NULL
// param version: INTEGER NOT NULL
// column part: STRING NOT NULL
// column keys: LIST<STRING NOT NULL> NOT NULL
MATCH (thing:Source|Department|Industry|Territory|Customer|Subsidiary|Person|Post|Strategy|Step|Responsibility|Indicator|Target|RevenueSplit|AssignmentRule|NamedException|OpenQuestion|Specialty|UnitTemplate|TemplateDepartment|TemplatePost|UnitTarget)
WHERE $kind IN labels(thing)
  AND thing.since <= $version AND coalesce($version < thing.ended, true)
  AND NOT EXISTS {
    MATCH (thing)-[:WAS]->(former:Former)
    WHERE former.absent AND former.since <= $version < former.ended
  }
WITH left(thing.digest, 1) AS part, thing.key AS key
RETURN part, collect(key) AS keys
