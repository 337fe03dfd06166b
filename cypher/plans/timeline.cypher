// The loads that count, in the order of their numbers, with the day each begins to answer.
//
// access: read
// column number: INTEGER NOT NULL
// column start: DATE NOT NULL
// column stamp: STRING NOT NULL
MATCH (load:Load {state: 'loaded'})
RETURN load.number AS number, load.from AS start, load.number + ' ' + load.loaded_at AS stamp
ORDER BY number
