// Mark that nothing is left in the graph of a load that does not count.
//
// access: write
// param load: INTEGER NOT NULL
MATCH (load:Load {key: 'load-' + $load})
SET load.swept = true
REMOVE load.written, load.writing
