// What a version states of these targets that are stated for many, in the order of their keys.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param version: INTEGER NOT NULL
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column sources: LIST<STRING NOT NULL> NOT NULL
// column illustrative: BOOLEAN NOT NULL
// column folder: STRING
// column indicator: STRING NOT NULL
// column within: STRING NOT NULL
// column specialty: STRING
// column unit: STRING
// column period: STRING
// column certainty: STRING NOT NULL
// column as_written: STRING
UNWIND $keys AS wanted
MATCH (target:UnitTarget {key: wanted})
WHERE target.since <= $version AND coalesce($version < target.ended, true)
CALL (target) {
  WITH target, properties(target) AS now
  OPTIONAL MATCH (target)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
WITH target, state
WHERE state.absent IS NULL
RETURN
  state.key AS key,
  state.name AS name,
  state.name_en AS name_en,
  COLLECT {
    MATCH (target)-[edge:STATED_IN]->(other:Source)
    WHERE edge.since <= $version AND coalesce($version < edge.ended, true)
    RETURN DISTINCT other.key AS other_key
    ORDER BY other_key
  } AS sources,
  coalesce(state.illustrative, false) AS illustrative,
  state.folder AS folder,
  [(target)-[edge:MEASURES]->(other:Indicator) WHERE edge.since <= $version AND coalesce($version < edge.ended, true) | other.key][0] AS indicator,
  state.within AS within,
  state.specialty AS specialty,
  state.unit AS unit,
  state.period AS period,
  state.certainty AS certainty,
  state.as_written AS as_written
ORDER BY key
