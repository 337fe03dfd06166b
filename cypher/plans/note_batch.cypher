// Note that a batch of a load is written, in the transaction that writes it.
//
// access: write
// param load: INTEGER NOT NULL
// param batch: INTEGER NOT NULL
MATCH (load:Load {key: 'load-' + $load})
SET load.written = $batch
