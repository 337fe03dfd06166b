// Link template posts to what they name, from this load on, where that is not what they named before.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $rows AS row
MATCH (post:TemplatePost {key: row.key})
WHERE NOT EXISTS {
  MATCH (post)-[:WAS]->(former {ended: $load})
  WHERE former.linked = row.properties.linked
}
CALL (post) {
  MATCH (post)-[old:POST_IN|STATED_IN]->()
  WHERE old.ended IS NULL
  SET old.ended = $load
}
CALL (row, post) {
  MATCH (department:TemplateDepartment {key: row.department})
  CREATE (post)-[:POST_IN {since: $load}]->(department)
}
CALL (row, post) {
  UNWIND row.sources AS source_key
  MATCH (source:Source {key: source_key})
  CREATE (post)-[:STATED_IN {since: $load}]->(source)
}
