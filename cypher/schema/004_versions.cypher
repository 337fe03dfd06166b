// Loads are numbered versions; what was there before is found by name as well, and by the load that
// ended it. So are sources by their names.
CREATE CONSTRAINT load_key IF NOT EXISTS FOR (node:Load) REQUIRE node.key IS UNIQUE;
CREATE INDEX former_ended IF NOT EXISTS FOR (node:Former) ON (node.ended);
DROP INDEX names IF EXISTS;
CREATE FULLTEXT INDEX names IF NOT EXISTS
FOR (node:Source|Department|Industry|Customer|Subsidiary|Territory|Strategy|Step|Responsibility|Indicator|Target|RevenueSplit|OpenQuestion|Post|Person|AssignmentRule|NamedException|Former)
ON EACH [node.name, node.name_en]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk', `fulltext.eventually_consistent`: false}};
CALL db.awaitIndexes(600);
