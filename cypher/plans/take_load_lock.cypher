// Keep every other load out until this transaction ends; waits while another has the lock.
//
// access: write
MERGE (lock:LoadLock {key: 'plan'})
SET lock.since = datetime()
