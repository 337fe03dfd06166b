// People by key, in no order; an unknown key gives no row.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column illustrative: BOOLEAN NOT NULL
UNWIND $keys AS key
MATCH (person:Person {key: key})
RETURN
  person.key AS key,
  person.name AS name,
  person.name_en AS name_en,
  coalesce(person.illustrative, false) AS illustrative
