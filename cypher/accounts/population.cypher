// All accounts of a version with what rules look at, those that are alike in a row: the group's key,
// or its own for a group; the tier is that of groups only. In no order.
//
// access: read
// param version: INTEGER NOT NULL
// column segment: STRING NOT NULL
// column customer: STRING
// column tier: STRING
// column level: INTEGER NOT NULL
// column industry: STRING
// column territory: STRING
// column tags: LIST<STRING NOT NULL> NOT NULL
// column accounts: LIST<STRING NOT NULL> NOT NULL
MATCH (account:Customer|Subsidiary)-[member:IN_SEGMENT]->(segment:Segment)
WHERE member.since <= $version AND coalesce($version < member.ended, true)
WITH
  account,
  segment,
  account {.level, .tags, .tier, .changed} AS now
WITH
  account,
  segment,
  CASE
    WHEN now.changed > $version THEN coalesce(
      [
        (account)-[:WAS]->(former)
        WHERE former.since <= $version < former.ended | former {.level, .tags, .tier}
      ][0],
      now
    )
    ELSE now
  END AS state
RETURN
  segment.key AS segment,
  [(account)-[edge:PART_OF]->(group:Customer) WHERE edge.since <= $version AND coalesce($version < edge.ended, true) | group.key][0] AS customer,
  state.tier AS tier,
  state.level AS level,
  [(account)-[edge:IN_INDUSTRY]->(industry:Industry) WHERE edge.since <= $version AND coalesce($version < edge.ended, true) | industry.key][0] AS industry,
  [(account)-[edge:LOCATED_IN]->(territory:Territory) WHERE edge.since <= $version AND coalesce($version < edge.ended, true) | territory.key][0] AS territory,
  coalesce(state.tags, []) AS tags,
  collect(account.key) AS accounts
