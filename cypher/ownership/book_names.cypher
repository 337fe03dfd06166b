// What texts call the accounts that rules and exceptions are about, every customer group, and the
// sources.
//
// access: read
// column kind: STRING NOT NULL
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column document: STRING
// column section: STRING
CALL () {
  MATCH (thing:Customer|Source)
  RETURN thing
  UNION
  MATCH (:AssignmentRule|NamedException)-[:ABOUT]->(thing:Subsidiary)
  RETURN thing
}
RETURN
  labels(thing)[0] AS kind,
  thing.key AS key,
  thing.name AS name,
  thing.name_en AS name_en,
  thing.document AS document,
  thing.section AS section
ORDER BY kind, key
