// A page of the things that a version (`after`) has and another has not, or has otherwise, or that it
// has no more; ordered by kind, then key. Either may be the earlier one.
//
// access: read
// param before: INTEGER NOT NULL
// param after: INTEGER NOT NULL
// param kinds: LIST<STRING NOT NULL>
// param after_kind: STRING
// param after_key: STRING
// param limit: INTEGER NOT NULL
// column kind: STRING NOT NULL
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column change: STRING NOT NULL
WITH
  CASE WHEN $before < $after THEN $before ELSE $after END AS earlier,
  CASE WHEN $before < $after THEN $after ELSE $before END AS later
MATCH (thing:Source|Department|Industry|Territory|Customer|Subsidiary|Person|Post|Strategy|Step|Responsibility|Indicator|Target|RevenueSplit|AssignmentRule|NamedException|OpenQuestion|Specialty|UnitTemplate|TemplateDepartment|TemplatePost|UnitTarget)
WHERE earlier < thing.since <= later OR earlier < thing.ended <= later OR earlier < thing.changed
CALL (thing) {
  WITH thing, properties(thing) AS now
  OPTIONAL MATCH (thing)-[:WAS]->(former)
  WHERE now.changed > $before AND former.since <= $before < former.ended
  WITH thing, coalesce(properties(former), now) AS state
  WHERE thing.since <= $before AND coalesce($before < thing.ended, true) AND state.absent IS NULL
  RETURN collect(state)[0] AS was
}
CALL (thing) {
  WITH thing, properties(thing) AS now
  OPTIONAL MATCH (thing)-[:WAS]->(former)
  WHERE now.changed > $after AND former.since <= $after < former.ended
  WITH thing, coalesce(properties(former), now) AS state
  WHERE thing.since <= $after AND coalesce($after < thing.ended, true) AND state.absent IS NULL
  RETURN collect(state)[0] AS will_be
}
WITH
  labels(thing)[0] AS kind,
  thing.key AS key,
  coalesce(will_be.name, was.name) AS name,
  CASE
    WHEN was IS NULL AND will_be IS NOT NULL THEN 'added'
    WHEN was IS NOT NULL AND will_be IS NULL THEN 'ended'
    WHEN was.digest <> will_be.digest THEN 'changed'
  END AS change
WHERE change IS NOT NULL
  AND ($kinds IS NULL OR kind IN $kinds)
  AND ($after_kind IS NULL OR kind > $after_kind OR (kind = $after_kind AND key > $after_key))
RETURN kind, key, name, change
ORDER BY kind, key
LIMIT $limit
