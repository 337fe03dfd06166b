// Industries by key, in no order; an unknown key gives no row.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param version: INTEGER NOT NULL
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column illustrative: BOOLEAN NOT NULL
// column parent: STRING
UNWIND $keys AS key
MATCH (industry:Industry {key: key})
WHERE industry.since <= $version AND coalesce($version < industry.ended, true)
CALL (industry) {
  WITH industry, properties(industry) AS now
  OPTIONAL MATCH (industry)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
WITH industry, state
WHERE state.absent IS NULL
OPTIONAL MATCH (industry)-[within:PART_OF]->(parent:Industry)
WHERE within.since <= $version AND coalesce($version < within.ended, true)
RETURN
  industry.key AS key,
  state.name AS name,
  state.name_en AS name_en,
  coalesce(state.illustrative, false) AS illustrative,
  parent.key AS parent
