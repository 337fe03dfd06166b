// What a plan states once for many has keys as well, and accounts are found by their other codes and
// names.
CREATE CONSTRAINT specialty_key IF NOT EXISTS FOR (node:Specialty) REQUIRE node.key IS UNIQUE;
CREATE CONSTRAINT unit_template_key IF NOT EXISTS FOR (node:UnitTemplate) REQUIRE node.key IS UNIQUE;
CREATE CONSTRAINT template_department_key IF NOT EXISTS FOR (node:TemplateDepartment) REQUIRE node.key IS UNIQUE;
CREATE CONSTRAINT template_post_key IF NOT EXISTS FOR (node:TemplatePost) REQUIRE node.key IS UNIQUE;
CREATE CONSTRAINT unit_target_key IF NOT EXISTS FOR (node:UnitTarget) REQUIRE node.key IS UNIQUE;
DROP INDEX names IF EXISTS;
CREATE FULLTEXT INDEX names IF NOT EXISTS
FOR (node:Source|Department|Industry|Customer|Subsidiary|Territory|Strategy|Step|Responsibility|Indicator|Target|RevenueSplit|OpenQuestion|Post|Person|AssignmentRule|NamedException|Former)
ON EACH [node.name, node.name_en, node.aliases]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk', `fulltext.eventually_consistent`: false}};
CALL db.awaitIndexes(600);
