// How many accounts a department owns for a function on a day.
//
// access: read
// param department: STRING NOT NULL
// param function: STRING NOT NULL
// param on: DATE NOT NULL
// column total: INTEGER NOT NULL
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
RETURN count(account) AS total
