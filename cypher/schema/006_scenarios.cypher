// Draft reorganizations and what became of them are found by key.
CREATE CONSTRAINT scenario_key IF NOT EXISTS FOR (node:Scenario) REQUIRE node.key IS UNIQUE;
CREATE CONSTRAINT change_key IF NOT EXISTS FOR (node:Change) REQUIRE node.key IS UNIQUE;
CREATE INDEX change_at IF NOT EXISTS FOR (node:Change) ON (node.at);
