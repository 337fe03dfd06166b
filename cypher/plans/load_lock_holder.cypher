// Who last said to load a plan and has not finished: whoever holds the lock, if it is held.
//
// access: read
// column holder: STRING NOT NULL
// column since: ZONED DATETIME NOT NULL
MATCH (lock:LoadLock {key: 'plan'})
WHERE lock.holder IS NOT NULL
RETURN lock.holder AS holder, lock.since AS since
