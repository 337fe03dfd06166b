// What texts call the accounts that rules and exceptions are about, every customer group, the
// specialties and the sources.
//
// access: read
// param version: INTEGER NOT NULL
// column kind: STRING NOT NULL
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column document: STRING
// column section: STRING
CALL () {
  MATCH (thing:Customer|Source|Specialty)
  WHERE thing.since <= $version AND coalesce($version < thing.ended, true)
  RETURN thing
  UNION
  MATCH (:AssignmentRule|NamedException)-[about:ABOUT]->(thing:Subsidiary)
  WHERE about.since <= $version AND coalesce($version < about.ended, true)
  RETURN thing
}
CALL (thing) {
  WITH thing, properties(thing) AS now
  OPTIONAL MATCH (thing)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
WITH thing, state
WHERE state.absent IS NULL
RETURN
  labels(thing)[0] AS kind,
  thing.key AS key,
  state.name AS name,
  state.name_en AS name_en,
  state.document AS document,
  state.section AS section
ORDER BY kind, key
