// Every named exception with its account; one without a department leaves it vacant on purpose.
//
// access: read
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column sources: LIST<STRING NOT NULL> NOT NULL
// column illustrative: BOOLEAN NOT NULL
// column account: STRING NOT NULL
// column function: STRING NOT NULL
// column role: STRING NOT NULL
// column department: STRING
// column reason: STRING NOT NULL
// column split: STRING
// column start: DATE
// column until: DATE
MATCH (exception:NamedException)-[:ABOUT]->(account:Customer|Subsidiary)
OPTIONAL MATCH (exception)-[:ASSIGNS]->(department:Department)
OPTIONAL MATCH (exception)-[:SPLITS_BY]->(split:RevenueSplit)
RETURN
  exception.key AS key,
  exception.name AS name,
  exception.name_en AS name_en,
  COLLECT { MATCH (exception)-[:STATED_IN]->(source:Source) RETURN source.key ORDER BY source.key } AS sources,
  coalesce(exception.illustrative, false) AS illustrative,
  account.key AS account,
  exception.function AS function,
  exception.role AS role,
  department.key AS department,
  exception.reason AS reason,
  split.key AS split,
  exception.from AS start,
  exception.until AS until
ORDER BY key
