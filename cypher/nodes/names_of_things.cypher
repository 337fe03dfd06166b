// What each of these things is called, in no order; an unknown one gives no row.
// A thing is a map of its kind (its label) and its key.
//
// access: read
// param things: LIST<MAP NOT NULL> NOT NULL
// param version: INTEGER NOT NULL
// column kind: STRING NOT NULL
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
UNWIND $things AS named
MATCH (thing:Source|Department|Industry|Territory|Customer|Subsidiary|Person|Post|Strategy|Step|Responsibility|Indicator|Target|RevenueSplit|AssignmentRule|NamedException|OpenQuestion {key: named.key})
WHERE named.kind IN labels(thing)
  AND thing.since <= $version AND coalesce($version < thing.ended, true)
CALL (thing) {
  WITH thing, properties(thing) AS now
  OPTIONAL MATCH (thing)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
WITH named, state
WHERE state.absent IS NULL
RETURN named.kind AS kind, named.key AS key, state.name AS name, state.name_en AS name_en
