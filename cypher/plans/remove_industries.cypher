// Remove industries that the plan no longer holds, with all that links them.
//
// access: write
// param keys: LIST<STRING NOT NULL> NOT NULL
UNWIND $keys AS key
MATCH (industry:Industry {key: key})
DETACH DELETE industry
