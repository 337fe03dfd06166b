// Delete the states that a load kept of what it changed, or was about to, once they are restored.
// In transactions of its own: run it outside any.
//
// access: write
// param load: INTEGER NOT NULL
MATCH (thing)-[:WAS]->(last:Former {ended: $load})
CALL (thing, last) {
  OPTIONAL MATCH (thing)-[:WAS]->(before:Former)
  WHERE last.absent AND before.ended = last.since
  FOREACH (former IN [before, last] | DETACH DELETE former)
} IN TRANSACTIONS OF 2000 ROWS
