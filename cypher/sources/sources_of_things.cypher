// The sources in which each of these things is stated, by document and section.
// A thing is a map of its kind (its label) and its key.
//
// access: read
// param things: LIST<MAP NOT NULL> NOT NULL
// column kind: STRING NOT NULL
// column key: STRING NOT NULL
// column linked_key: STRING NOT NULL
UNWIND $things AS named
MATCH (thing:Source|Department|Industry|Territory|Customer|Subsidiary|Person|Post|Strategy|Step|Responsibility|Indicator|Target|RevenueSplit|AssignmentRule|NamedException|OpenQuestion {key: named.key})
WHERE named.kind IN labels(thing)
MATCH (thing)-[:STATED_IN]->(source:Source)
RETURN named.kind AS kind, named.key AS key, source.key AS linked_key
ORDER BY kind, key, source.document, source.section, linked_key
