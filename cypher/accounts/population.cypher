// All accounts of a version with what rules look at, those of a segment in a row, each column in the
// same order: the group's key, or "" for a group; the tier is that of groups only, else "". What an
// account has none of is "", too. In no order.
//
// access: read
// param version: INTEGER NOT NULL
// column segment: STRING NOT NULL
// column accounts: LIST<STRING NOT NULL> NOT NULL
// column customers: LIST<STRING NOT NULL> NOT NULL
// column tiers: LIST<STRING NOT NULL> NOT NULL
// column levels: LIST<INTEGER NOT NULL> NOT NULL
// column industries: LIST<STRING NOT NULL> NOT NULL
// column territories: LIST<STRING NOT NULL> NOT NULL
// column tags: LIST<LIST<STRING NOT NULL> NOT NULL> NOT NULL
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
  collect(account.key) AS accounts,
  collect(coalesce([(account)-[edge:PART_OF]->(group:Customer) WHERE edge.since <= $version AND coalesce($version < edge.ended, true) | group.key][0], "")) AS customers,
  collect(coalesce(state.tier, "")) AS tiers,
  collect(state.level) AS levels,
  collect(coalesce([(account)-[edge:IN_INDUSTRY]->(industry:Industry) WHERE edge.since <= $version AND coalesce($version < edge.ended, true) | industry.key][0], "")) AS industries,
  collect(coalesce([(account)-[edge:LOCATED_IN]->(territory:Territory) WHERE edge.since <= $version AND coalesce($version < edge.ended, true) | territory.key][0], "")) AS territories,
  collect(coalesce(state.tags, [])) AS tags
