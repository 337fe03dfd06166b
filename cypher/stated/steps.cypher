// What a version states of these steps, in the order of their keys.
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
// column strategy: STRING NOT NULL
// column ordinal: INTEGER NOT NULL
// column conditional: BOOLEAN NOT NULL
// column condition: STRING
// column own_sources: BOOLEAN NOT NULL
UNWIND $keys AS wanted
MATCH (step:Step {key: wanted})
WHERE step.since <= $version AND coalesce($version < step.ended, true)
CALL (step) {
  WITH step, properties(step) AS now
  OPTIONAL MATCH (step)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
WITH step, state
WHERE state.absent IS NULL
RETURN
  state.key AS key,
  state.name AS name,
  state.name_en AS name_en,
  COLLECT {
    MATCH (step)-[edge:STATED_IN]->(other:Source)
    WHERE edge.since <= $version AND coalesce($version < edge.ended, true)
    RETURN DISTINCT other.key AS other_key
    ORDER BY other_key
  } AS sources,
  coalesce(state.illustrative, false) AS illustrative,
  state.folder AS folder,
  [(step)<-[edge:HAS_STEP]-(other:Strategy) WHERE edge.since <= $version AND coalesce($version < edge.ended, true) | other.key][0] AS strategy,
  state.ordinal AS ordinal,
  coalesce(state.conditional, false) AS conditional,
  state.condition AS condition,
  coalesce(state.own_sources, false) AS own_sources
ORDER BY key
