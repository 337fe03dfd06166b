// Say who has the load lock, for those who wait for it: on a node of its own, because the lock's is
// written in a transaction that stays open.
//
// access: write
// param holder: STRING NOT NULL
MERGE (said:LoadLock {key: 'holder'})
SET
  said.holder = $holder,
  said.since = datetime()
