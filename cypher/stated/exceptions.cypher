// What a version states of these named exceptions, in the order of their keys.
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
// column account: STRING NOT NULL
// column function: STRING NOT NULL
// column role: STRING NOT NULL
// column department: STRING
// column reason: STRING NOT NULL
// column split: STRING
// column start: DATE
// column until: DATE
UNWIND $keys AS wanted
MATCH (exception:NamedException {key: wanted})
WHERE exception.since <= $version AND coalesce($version < exception.ended, true)
CALL (exception) {
  WITH exception, properties(exception) AS now
  OPTIONAL MATCH (exception)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
WITH exception, state
WHERE state.absent IS NULL
RETURN
  state.key AS key,
  state.name AS name,
  state.name_en AS name_en,
  COLLECT {
    MATCH (exception)-[edge:STATED_IN]->(other:Source)
    WHERE edge.since <= $version AND coalesce($version < edge.ended, true)
    RETURN DISTINCT other.key AS other_key
    ORDER BY other_key
  } AS sources,
  coalesce(state.illustrative, false) AS illustrative,
  state.folder AS folder,
  [(exception)-[edge:ABOUT]->(other:Customer|Subsidiary) WHERE edge.since <= $version AND coalesce($version < edge.ended, true) | other.key][0] AS account,
  state.function AS function,
  state.role AS role,
  [(exception)-[edge:ASSIGNS]->(other:Department) WHERE edge.since <= $version AND coalesce($version < edge.ended, true) | other.key][0] AS department,
  state.reason AS reason,
  [(exception)-[edge:SPLITS_BY]->(other:RevenueSplit) WHERE edge.since <= $version AND coalesce($version < edge.ended, true) | other.key][0] AS split,
  state.from AS start,
  state.until AS until
ORDER BY key
