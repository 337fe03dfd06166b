// The departments in each of these responsibilities, and their roles, by name.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// column key: STRING NOT NULL
// column department: STRING NOT NULL
// column role: STRING NOT NULL
UNWIND $keys AS key
MATCH (unit:Department)-[party:RESPONSIBLE_FOR]->(:Responsibility {key: key})
RETURN key, unit.key AS department, party.role AS role
ORDER BY key, unit.name, department, role
