// Every named exception with its account; one without a department leaves it vacant on purpose.
//
// access: read
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
MATCH (exception:NamedException)-[about:ABOUT]->(account:Customer|Subsidiary)
WHERE about.since <= $version AND coalesce($version < about.ended, true)
CALL (exception) {
  WITH exception, properties(exception) AS now
  OPTIONAL MATCH (exception)-[:WAS]->(former)
  WHERE now.changed > $version AND former.since <= $version < former.ended
  RETURN coalesce(properties(former), now) AS state
}
OPTIONAL MATCH (exception)-[assigns:ASSIGNS]->(department:Department)
WHERE assigns.since <= $version AND coalesce($version < assigns.ended, true)
OPTIONAL MATCH (exception)-[splits:SPLITS_BY]->(split:RevenueSplit)
WHERE splits.since <= $version AND coalesce($version < splits.ended, true)
RETURN
  exception.key AS key,
  state.name AS name,
  state.name_en AS name_en,
  COLLECT {
    MATCH (exception)-[stated:STATED_IN]->(source:Source)
    WHERE stated.since <= $version AND coalesce($version < stated.ended, true)
    RETURN source.key ORDER BY source.key
  } AS sources,
  coalesce(state.illustrative, false) AS illustrative,
  state.folder AS folder,
  account.key AS account,
  state.function AS function,
  state.role AS role,
  department.key AS department,
  state.reason AS reason,
  split.key AS split,
  state.from AS start,
  state.until AS until
ORDER BY key
