// The loads that do not count but may have left something in the graph, the newest first.
//
// access: read
// column number: INTEGER NOT NULL
MATCH (load:Load)
WHERE load.state = 'loading' OR (load.state IN ['undone', 'abandoned'] AND NOT load.swept)
RETURN load.number AS number
ORDER BY number DESC
