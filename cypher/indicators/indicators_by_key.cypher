// Indicators by key, in no order; an unknown key gives no row.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column illustrative: BOOLEAN NOT NULL
// column unit: STRING
UNWIND $keys AS key
MATCH (indicator:Indicator {key: key})
RETURN
  indicator.key AS key,
  indicator.name AS name,
  indicator.name_en AS name_en,
  coalesce(indicator.illustrative, false) AS illustrative,
  indicator.unit AS unit
