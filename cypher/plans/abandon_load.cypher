// Give up a load that never ended: whoever still writes it is refused from now on.
//
// access: write
// param load: INTEGER NOT NULL
MATCH (load:Load {key: 'load-' + $load, state: 'loading'})
SET load.state = 'abandoned', load.swept = false
