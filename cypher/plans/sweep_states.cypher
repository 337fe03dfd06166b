// Give the things that a load changed the state they had before; what had been gone is gone again.
// In transactions of its own: run it outside any.
//
// access: write
// param load: INTEGER NOT NULL
MATCH (thing)-[:WAS]->(last:Former {ended: $load})
WHERE thing.changed = $load
CALL (thing, last) {
  OPTIONAL MATCH (thing)-[:WAS]->(before:Former)
  WHERE last.absent AND before.ended = last.since
  WITH thing, last, coalesce(before, last) AS state, thing.since AS since
  SET
    thing = properties(state),
    thing.since = since,
    thing.changed = CASE WHEN state.since <> since THEN state.since END,
    thing.ended = CASE WHEN last.absent THEN last.since END
  DETACH DELETE state
  WITH last
  WHERE last.absent
  DETACH DELETE last
} IN TRANSACTIONS OF 2000 ROWS
