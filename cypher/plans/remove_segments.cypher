// Remove segments that no account is in any more, with all that links them.
//
// access: write
// param keys: LIST<STRING NOT NULL> NOT NULL
UNWIND $keys AS key
MATCH (segment:Segment {key: key})
DETACH DELETE segment
