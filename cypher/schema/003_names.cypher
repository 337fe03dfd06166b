// Everything named is found by its name. The cjk analyzer cuts Chinese into overlapping pairs of
// characters, so a name is found by any part of it; English is found by word.
CREATE FULLTEXT INDEX names IF NOT EXISTS
FOR (node:Department|Industry|Customer|Subsidiary|Territory|Strategy|Step|Responsibility|Indicator|Target|RevenueSplit|OpenQuestion|Post|Person|AssignmentRule|NamedException)
ON EACH [node.name, node.name_en]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk', `fulltext.eventually_consistent`: false}};
CALL db.awaitIndexes(600);
