// Give up a load that never ended: whoever still writes it is refused from now on. Its last
// transaction may just be on its way: its state is looked at when the node is locked.
//
// access: write
// param load: INTEGER NOT NULL
MATCH (load:Load {key: 'load-' + $load})
SET load.swept = false
WITH load
WHERE load.state = 'loading'
SET load.state = 'abandoned'
