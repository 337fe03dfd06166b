// The highest number any load ever had; 0 before the first.
//
// access: read
// column number: INTEGER NOT NULL
OPTIONAL MATCH (load:Load)
RETURN coalesce(max(load.number), 0) AS number
