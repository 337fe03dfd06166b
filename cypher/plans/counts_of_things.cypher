// How many things of each kind a version has.
//
// access: read
// param version: INTEGER NOT NULL
// column kind: STRING NOT NULL
// column total: INTEGER NOT NULL
MATCH (thing:Source|Department|Industry|Territory|Customer|Subsidiary|Person|Post|Strategy|Step|Responsibility|Indicator|Target|RevenueSplit|AssignmentRule|NamedException|OpenQuestion)
WHERE thing.since <= $version AND coalesce($version < thing.ended, true)
  AND NOT EXISTS {
    MATCH (thing)-[:WAS]->(former:Former)
    WHERE former.absent AND former.since <= $version < former.ended
  }
RETURN labels(thing)[0] AS kind, count(thing) AS total
ORDER BY kind
