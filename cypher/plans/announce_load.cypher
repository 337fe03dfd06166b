// Say who is about to load, for those who will have to wait. It waits itself while another loads.
//
// access: write
// param holder: STRING NOT NULL
MERGE (lock:LoadLock {key: 'plan'})
SET
  lock.holder = $holder,
  lock.since = datetime()
