// The subsidiaries directly under accounts, by name; at most so many of each.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param most: INTEGER NOT NULL
// column key: STRING NOT NULL
// column linked_key: STRING NOT NULL
UNWIND $keys AS key
CALL (key) {
  MATCH (child:Subsidiary)-[:SUBSIDIARY_OF]->(:Customer|Subsidiary {key: key})
  RETURN child
  ORDER BY child.name, child.key
  LIMIT $most
}
RETURN key, child.key AS linked_key
ORDER BY key, child.name, linked_key
