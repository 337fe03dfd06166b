// Remove sources that the plan no longer holds, with all that links them.
//
// access: write
// param keys: LIST<STRING NOT NULL> NOT NULL
UNWIND $keys AS key
MATCH (source:Source {key: key})
DETACH DELETE source
