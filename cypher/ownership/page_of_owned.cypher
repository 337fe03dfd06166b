// A page of the accounts that a department owns for a function on a day, by name and key: members
// of its segments that no exception takes out, and those that an exception gives it.
//
// access: read
// param department: STRING NOT NULL
// param function: STRING NOT NULL
// param on: DATE NOT NULL
// param after_value: STRING
// param after_key: STRING
// param limit: INTEGER NOT NULL
// column key: STRING NOT NULL
// column value: STRING NOT NULL
CALL () {
  MATCH (:Department {key: $department})-[edge:OWNS {function: $function}]->(segment:Segment)
  WHERE (edge.from IS NULL OR edge.from <= $on) AND (edge.until IS NULL OR $on < edge.until)
  MATCH (account:Customer|Subsidiary)-[:IN_SEGMENT]->(segment)
  WHERE NOT EXISTS {
    MATCH (exception:NamedException {function: $function, role: 'owner'})-[:ABOUT]->(account)
    WHERE (exception.from IS NULL OR exception.from <= $on)
      AND (exception.until IS NULL OR $on < exception.until)
  }
  RETURN account
  UNION
  MATCH (:Department {key: $department})-[edge:OWNS {function: $function}]->(account:Customer|Subsidiary)
  WHERE (edge.from IS NULL OR edge.from <= $on) AND (edge.until IS NULL OR $on < edge.until)
  RETURN account
}
WITH account.key AS key, account.name AS value
WHERE $after_key IS NULL OR value > $after_value OR (value = $after_value AND key > $after_key)
RETURN key, value
ORDER BY value, key
LIMIT $limit
