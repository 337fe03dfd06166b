// How many things of each kind came with which version and ended with which, and from which version
// to which they were absent in between.
//
// access: read
// column kind: STRING NOT NULL
// column since: INTEGER NOT NULL
// column ended: INTEGER
// column absences: LIST<LIST<INTEGER NOT NULL> NOT NULL> NOT NULL
// column total: INTEGER NOT NULL
MATCH (thing:Source|Department|Industry|Territory|Customer|Subsidiary|Person|Post|Strategy|Step|Responsibility|Indicator|Target|RevenueSplit|AssignmentRule|NamedException|OpenQuestion)
WITH
  labels(thing)[0] AS kind,
  thing.since AS since,
  thing.ended AS ended,
  CASE WHEN thing.changed IS NULL THEN []
    ELSE [(thing)-[:WAS]->(former:Former) WHERE former.absent | [former.since, former.ended]]
  END AS absences
RETURN kind, since, ended, absences, count(*) AS total
ORDER BY kind, since, ended
