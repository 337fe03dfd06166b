// The responsibilities that each of these departments has a role in, by name.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// column key: STRING NOT NULL
// column responsibility: STRING NOT NULL
// column role: STRING NOT NULL
UNWIND $keys AS key
MATCH (:Department {key: key})-[party:RESPONSIBLE_FOR]->(duty:Responsibility)
RETURN key, duty.key AS responsibility, party.role AS role
ORDER BY key, duty.name, responsibility, role
