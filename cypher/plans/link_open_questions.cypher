// Link open questions to what they name, from this load on, where that is not what they named before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MATCH (question:OpenQuestion {key: row.key})
WHERE NOT EXISTS {
  MATCH (question)-[:WAS]->(former {ended: $load})
  WHERE former.linked = row.properties.linked
}
CALL (question) {
  MATCH (question)-[old:ABOUT|STATED_IN]->()
  WHERE old.ended IS NULL
  SET old.ended = $load
}
CALL (row, question) {
  UNWIND row.about AS about
  CALL (about) {
    MATCH (thing:Source {key: about.key})
    WHERE about.kind = 'Source'
    RETURN thing
    UNION ALL
    MATCH (thing:Department {key: about.key})
    WHERE about.kind = 'Department'
    RETURN thing
    UNION ALL
    MATCH (thing:Industry {key: about.key})
    WHERE about.kind = 'Industry'
    RETURN thing
    UNION ALL
    MATCH (thing:Territory {key: about.key})
    WHERE about.kind = 'Territory'
    RETURN thing
    UNION ALL
    MATCH (thing:Customer {key: about.key})
    WHERE about.kind = 'Customer'
    RETURN thing
    UNION ALL
    MATCH (thing:Subsidiary {key: about.key})
    WHERE about.kind = 'Subsidiary'
    RETURN thing
    UNION ALL
    MATCH (thing:Person {key: about.key})
    WHERE about.kind = 'Person'
    RETURN thing
    UNION ALL
    MATCH (thing:Post {key: about.key})
    WHERE about.kind = 'Post'
    RETURN thing
    UNION ALL
    MATCH (thing:Strategy {key: about.key})
    WHERE about.kind = 'Strategy'
    RETURN thing
    UNION ALL
    MATCH (thing:Step {key: about.key})
    WHERE about.kind = 'Step'
    RETURN thing
    UNION ALL
    MATCH (thing:Responsibility {key: about.key})
    WHERE about.kind = 'Responsibility'
    RETURN thing
    UNION ALL
    MATCH (thing:Indicator {key: about.key})
    WHERE about.kind = 'Indicator'
    RETURN thing
    UNION ALL
    MATCH (thing:Target {key: about.key})
    WHERE about.kind = 'Target'
    RETURN thing
    UNION ALL
    MATCH (thing:RevenueSplit {key: about.key})
    WHERE about.kind = 'RevenueSplit'
    RETURN thing
    UNION ALL
    MATCH (thing:AssignmentRule {key: about.key})
    WHERE about.kind = 'AssignmentRule'
    RETURN thing
    UNION ALL
    MATCH (thing:NamedException {key: about.key})
    WHERE about.kind = 'NamedException'
    RETURN thing
    UNION ALL
    MATCH (thing:OpenQuestion {key: about.key})
    WHERE about.kind = 'OpenQuestion'
    RETURN thing
  }
  CREATE (question)-[:ABOUT {since: $load}]->(thing)
}
CALL (row, question) {
  UNWIND row.sources AS source_key
  MATCH (source:Source {key: source_key})
  CREATE (question)-[:STATED_IN {since: $load}]->(source)
}
