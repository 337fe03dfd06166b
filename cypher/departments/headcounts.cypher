// How many people hold a post in each department, by the days on which they do. Those who have a
// single post, in a single department, for one time, are counted in `alone`; of everybody else,
// `people` and `posts` name each seat in the department, side by side. Acting holders are people as
// others are.
//
// access: read
// param version: INTEGER NOT NULL
// column department: STRING NOT NULL
// column start: DATE
// column until: DATE
// column alone: INTEGER NOT NULL
// column people: LIST<STRING NOT NULL> NOT NULL
// column posts: LIST<STRING NOT NULL> NOT NULL
MATCH (person:Person)-[holds:HOLDS]->(post:Post)
WHERE holds.since <= $version AND coalesce($version < holds.ended, true)
WITH DISTINCT person, post, holds.from AS from, holds.until AS until
WITH person, post, from, until, post {.from, .until, .changed} AS now
WITH
  person,
  post,
  from,
  until,
  CASE
    WHEN now.changed > $version THEN coalesce(
      [
        (post)-[:WAS]->(former)
        WHERE former.since <= $version < former.ended | former {.from, .until}
      ][0],
      now
    )
    ELSE now
  END AS state
WITH
  person,
  post,
  CASE WHEN from IS NULL OR state.from > from THEN state.from ELSE from END AS start,
  CASE WHEN until IS NULL OR state.until < until THEN state.until ELSE until END AS until
MATCH (post)-[placed:POST_IN]->(department:Department)
WHERE placed.since <= $version AND coalesce($version < placed.ended, true)
WITH person, collect(DISTINCT [post.key, department.key, start, until]) AS seats
UNWIND seats AS seat
WITH
  seat[1] AS department,
  seat[2] AS start,
  seat[3] AS until,
  person.key AS person,
  seat[0] AS post,
  size(seats) = 1 AS is_alone
RETURN
  department,
  start,
  until,
  count(CASE WHEN is_alone THEN 1 END) AS alone,
  collect(CASE WHEN NOT is_alone THEN person END) AS people,
  collect(CASE WHEN NOT is_alone THEN post END) AS posts
ORDER BY department, start, until
