// Keep the states of exceptions that this load is about to change, each as a `Former`, and so the
// time in which there was none.
//
// access: write
// param keys: LIST<STRING NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $keys AS key
MATCH (exception:NamedException {key: key})
CREATE (exception)-[:WAS]->(former:Former)
SET
  former = properties(exception),
  former.since = coalesce(exception.changed, exception.since),
  former.ended = coalesce(exception.ended, $load),
  exception.changed = $load
WITH key, exception
WHERE exception.ended IS NOT NULL
CREATE (exception)-[:WAS]->(:Former {key: key, since: exception.ended, ended: $load, absent: true})
