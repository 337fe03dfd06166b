// Keep the states of indicators that this load is about to change, each as a `Former`, and so the
// time in which there was none.
//
// access: write
// param keys: LIST<STRING NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $keys AS key
MATCH (indicator:Indicator {key: key})
CREATE (indicator)-[:WAS]->(former:Former)
SET
  former = properties(indicator),
  former.since = coalesce(indicator.changed, indicator.since),
  former.ended = coalesce(indicator.ended, $load),
  indicator.changed = $load
WITH key, indicator
WHERE indicator.ended IS NOT NULL
CREATE (indicator)-[:WAS]->(:Former {key: key, since: indicator.ended, ended: $load, absent: true})
