// How many batches of a load are written for good; no row if it was swept away.
//
// access: read
// param load: INTEGER NOT NULL
// column written: INTEGER NOT NULL
MATCH (load:Load {key: 'load-' + $load})
WHERE load.state IN ['loading', 'loaded']
RETURN load.written AS written
