// Keep the states of industries that this load is about to change, each as a `Former`, and so the
// time in which there was none.
//
// access: write
// param keys: LIST<STRING NOT NULL> NOT NULL
// param load: INTEGER NOT NULL
UNWIND $keys AS key
MATCH (industry:Industry {key: key})
CREATE (industry)-[:WAS]->(former:Former)
SET
  former = properties(industry),
  former.since = coalesce(industry.changed, industry.since),
  former.ended = coalesce(industry.ended, $load),
  industry.changed = $load
WITH key, industry
WHERE industry.ended IS NOT NULL
CREATE (industry)-[:WAS]->(:Former {key: key, since: industry.ended, ended: $load, absent: true})
