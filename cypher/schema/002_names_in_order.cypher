// Lists are read in the order of names, page by page: name, then key where names are equal.
CREATE INDEX department_name IF NOT EXISTS FOR (node:Department) ON (node.name, node.key);
CREATE INDEX industry_name IF NOT EXISTS FOR (node:Industry) ON (node.name, node.key);
CREATE INDEX customer_name IF NOT EXISTS FOR (node:Customer) ON (node.name, node.key);
CREATE INDEX subsidiary_name IF NOT EXISTS FOR (node:Subsidiary) ON (node.name, node.key);
CREATE INDEX territory_name IF NOT EXISTS FOR (node:Territory) ON (node.name, node.key);
CREATE INDEX strategy_name IF NOT EXISTS FOR (node:Strategy) ON (node.name, node.key);
CREATE INDEX indicator_name IF NOT EXISTS FOR (node:Indicator) ON (node.name, node.key);
CREATE INDEX person_name IF NOT EXISTS FOR (node:Person) ON (node.name, node.key);
CREATE INDEX post_name IF NOT EXISTS FOR (node:Post) ON (node.name, node.key);
CALL db.awaitIndexes(600);
