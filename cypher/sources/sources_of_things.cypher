// The sources in which each of these things is stated, by document and section.
// A thing is a map of its kind (its label) and its key.
//
// access: read
// param things: LIST<MAP NOT NULL> NOT NULL
// param version: INTEGER NOT NULL
// column kind: STRING NOT NULL
// column key: STRING NOT NULL
// column linked_key: STRING NOT NULL
UNWIND $things AS named
MATCH (thing:Source|Department|Industry|Territory|Customer|Subsidiary|Person|Post|Strategy|Step|Responsibility|Indicator|Target|RevenueSplit|AssignmentRule|NamedException|OpenQuestion {key: named.key})
WHERE named.kind IN labels(thing)
MATCH (thing)-[stated:STATED_IN]->(source:Source)
WHERE stated.since <= $version AND coalesce($version < stated.ended, true)
CALL (source) {
  WITH source, properties(source) AS now
  OPTIONAL MATCH (source)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
RETURN named.kind AS kind, named.key AS key, source.key AS linked_key
ORDER BY kind, key, state.document, state.section, linked_key
