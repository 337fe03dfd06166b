// Who took the load lock last: whoever holds it, if it is held.
//
// access: read
// column holder: STRING NOT NULL
// column since: ZONED DATETIME NOT NULL
MATCH (said:LoadLock {key: 'holder'})
RETURN said.holder AS holder, said.since AS since
