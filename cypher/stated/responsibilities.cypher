// What a version states of these responsibilities, in the order of their keys.
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
// column step: STRING
// column function: STRING
// column parties: LIST<MAP NOT NULL> NOT NULL
// column outside: LIST<STRING NOT NULL> NOT NULL
// column stated: LIST<STRING NOT NULL> NOT NULL
UNWIND $keys AS wanted
MATCH (responsibility:Responsibility {key: wanted})
WHERE responsibility.since <= $version AND coalesce($version < responsibility.ended, true)
CALL (responsibility) {
  WITH responsibility, properties(responsibility) AS now
  OPTIONAL MATCH (responsibility)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
WITH responsibility, state
WHERE state.absent IS NULL
RETURN
  state.key AS key,
  state.name AS name,
  state.name_en AS name_en,
  COLLECT {
    MATCH (responsibility)-[edge:STATED_IN]->(other:Source)
    WHERE edge.since <= $version AND coalesce($version < edge.ended, true)
    RETURN DISTINCT other.key AS other_key
    ORDER BY other_key
  } AS sources,
  coalesce(state.illustrative, false) AS illustrative,
  state.folder AS folder,
  [(responsibility)-[edge:ABOUT]->(other:Step) WHERE edge.since <= $version AND coalesce($version < edge.ended, true) | other.key][0] AS step,
  state.function AS function,
  COLLECT {
    MATCH (other:Department)-[edge:RESPONSIBLE_FOR]->(responsibility)
    WHERE edge.since <= $version AND coalesce($version < edge.ended, true)
    RETURN {department: other.key, role: edge.role} AS party
    ORDER BY other.key, edge.role
  } AS parties,
  coalesce(state.outside, []) AS outside,
  coalesce(state.stated, []) AS stated
ORDER BY key
