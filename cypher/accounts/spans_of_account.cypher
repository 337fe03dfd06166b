// The versions that have an account, and those between in which it was gone; an unknown key gives
// no row.
//
// access: read
// param key: STRING NOT NULL
// column since: INTEGER NOT NULL
// column ended: INTEGER
// column absent: BOOLEAN NOT NULL
MATCH (account:Customer|Subsidiary {key: $key})
CALL (account) {
  RETURN account AS state
  UNION ALL
  MATCH (account)-[:WAS]->(state:Former {absent: true})
  RETURN state
}
RETURN state.since AS since, state.ended AS ended, coalesce(state.absent, false) AS absent
ORDER BY since
