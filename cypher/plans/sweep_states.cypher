// Give the things that a load changed, or was about to, the state they had before; what had been
// gone is gone again. Where these were kept is swept afterwards: somebody may be looking there.
// In transactions of its own: run it outside any.
//
// access: write
// param load: INTEGER NOT NULL
MATCH (thing)-[:WAS]->(last:Former {ended: $load})
WHERE thing.changed = $load
CALL (thing, last) {
  OPTIONAL MATCH (thing)-[:WAS]->(before:Former)
  WHERE last.absent AND before.ended = last.since
  WITH
    thing,
    thing.since AS since,
    coalesce(before, last) AS state,
    CASE WHEN last.absent THEN last.since END AS ended
  SET
    thing = properties(state),
    thing.since = since,
    thing.changed = CASE WHEN state.since <> since THEN state.since END,
    thing.ended = ended
} IN TRANSACTIONS OF 2000 ROWS
