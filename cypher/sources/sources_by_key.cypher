// Sources by key, in no order; an unknown key gives no row.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column illustrative: BOOLEAN NOT NULL
// column document: STRING NOT NULL
// column section: STRING NOT NULL
UNWIND $keys AS key
MATCH (source:Source {key: key})
RETURN
  source.key AS key,
  source.name AS name,
  source.name_en AS name_en,
  coalesce(source.illustrative, false) AS illustrative,
  source.document AS document,
  source.section AS section
