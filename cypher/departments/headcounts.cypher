// How many people hold a post in each department on a day, by department. Those who have a single
// post, in a single department, are counted in `alone`; of everybody else, `people` and `posts` name
// each seat in the department, side by side. Acting holders are people as others are.
//
// access: read
// param version: INTEGER NOT NULL
// param on: DATE NOT NULL
// column department: STRING NOT NULL
// column alone: INTEGER NOT NULL
// column people: LIST<STRING NOT NULL> NOT NULL
// column posts: LIST<STRING NOT NULL> NOT NULL
MATCH (person:Person)-[holds:HOLDS]->(post:Post)
WHERE holds.since <= $version AND coalesce($version < holds.ended, true)
WITH person, holds, post
WHERE coalesce(holds.from <= $on, true) AND coalesce($on < holds.until, true)
WITH DISTINCT person, post
WITH person, post, post {.from, .until, .changed} AS now
WITH
  person,
  post,
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
WHERE coalesce(state.from <= $on, true) AND coalesce($on < state.until, true)
MATCH (post)-[placed:POST_IN]->(department:Department)
WHERE placed.since <= $version AND coalesce($version < placed.ended, true)
WITH person, collect(DISTINCT [post.key, department.key]) AS seats
UNWIND seats AS seat
WITH seat[1] AS department, person.key AS person, seat[0] AS post, size(seats) = 1 AS is_alone
RETURN
  department,
  count(CASE WHEN is_alone THEN 1 END) AS alone,
  collect(CASE WHEN NOT is_alone THEN person END) AS people,
  collect(CASE WHEN NOT is_alone THEN post END) AS posts
ORDER BY department
