// How many accounts each department supports for a function on a day.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param function: STRING NOT NULL
// param on: DATE NOT NULL
// param version: INTEGER NOT NULL
// column key: STRING NOT NULL
// column total: INTEGER NOT NULL
UNWIND $keys AS key
CALL (key) {
  CALL (key) {
    MATCH (:Department {key: key})-[edge:SUPPORTS {function: $function}]->(segment:Segment)
    WHERE edge.since <= $version AND coalesce($version < edge.ended, true)
      AND (edge.from IS NULL OR edge.from <= $on) AND (edge.until IS NULL OR $on < edge.until)
    MATCH (account:Customer|Subsidiary)-[member:IN_SEGMENT]->(segment)
    WHERE member.since <= $version AND coalesce($version < member.ended, true)
      AND NOT EXISTS {
        MATCH (exception:NamedException)-[about:ABOUT]->(account)
        WHERE about.since <= $version AND coalesce($version < about.ended, true)
        CALL (exception) {
          WITH exception, properties(exception) AS now
          OPTIONAL MATCH (exception)-[:WAS]->(former)
          WHERE now.changed > $version AND former.since <= $version < former.ended
          RETURN coalesce(properties(former), now) AS state
        }
        WITH state
        WHERE state.function = $function AND state.role = 'supporter'
          AND (state.from IS NULL OR state.from <= $on) AND (state.until IS NULL OR $on < state.until)
        RETURN state
      }
    RETURN account
    UNION
    MATCH (:Department {key: key})-[edge:SUPPORTS {function: $function}]->(account:Customer|Subsidiary)
    WHERE edge.since <= $version AND coalesce($version < edge.ended, true)
      AND (edge.from IS NULL OR edge.from <= $on) AND (edge.until IS NULL OR $on < edge.until)
    RETURN account
  }
  RETURN count(account) AS total
}
RETURN key, total
