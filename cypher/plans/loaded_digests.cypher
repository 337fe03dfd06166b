// The keys of everything in a version with the digests of what was written, some of them a row; and
// the keys of what was in some version but is not in the newest, without digests. In no order.
//
// access: read
// param version: INTEGER NOT NULL
// column kind: STRING NOT NULL
// column ended: BOOLEAN NOT NULL
// column part: STRING
// column keys: LIST<STRING NOT NULL> NOT NULL
// column digests: LIST<STRING NOT NULL> NOT NULL
MATCH (thing:Source|Department|Industry|Territory|Customer|Subsidiary|Person|Post|Strategy|Step|Responsibility|Indicator|Target|RevenueSplit|AssignmentRule|NamedException|OpenQuestion|Specialty|UnitTemplate|TemplateDepartment|TemplatePost|UnitTarget|Segment)
WITH
  thing,
  thing.since <= $version AND coalesce($version < thing.ended, true) AS there,
  thing.digest AS now,
  coalesce(thing.changed > $version, false) AS later
WITH
  thing,
  CASE
    WHEN there AND NOT later THEN now
    WHEN there THEN [
      (thing)-[:WAS]->(former:Former)
      WHERE former.since <= $version < former.ended AND former.absent IS NULL | former.digest
    ][0]
  END AS digest
WITH labels(thing)[0] AS kind, thing.key AS key, digest, thing.ended IS NOT NULL AS gone
WHERE digest IS NOT NULL OR gone
RETURN
  kind,
  digest IS NULL AS ended,
  left(digest, 1) AS part,
  collect(key) AS keys,
  collect(digest) AS digests
