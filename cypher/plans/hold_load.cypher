// Keep a load from being given up until this transaction ends, and it until that is decided.
//
// access: write
// param load: INTEGER NOT NULL
// param batch: INTEGER NOT NULL
MATCH (load:Load {key: 'load-' + $load})
SET load.writing = $batch
