// Sources are found by name as well.
DROP INDEX names IF EXISTS;
CREATE FULLTEXT INDEX names IF NOT EXISTS
FOR (node:Source|Department|Industry|Customer|Subsidiary|Territory|Strategy|Step|Responsibility|Indicator|Target|RevenueSplit|OpenQuestion|Post|Person|AssignmentRule|NamedException|Former)
ON EACH [node.name, node.name_en]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk', `fulltext.eventually_consistent`: false}};
CALL db.awaitIndexes(600);
