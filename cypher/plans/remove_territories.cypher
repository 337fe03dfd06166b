// Remove territories that the plan no longer holds, with all that links them.
//
// access: write
// param keys: LIST<STRING NOT NULL> NOT NULL
UNWIND $keys AS key
MATCH (territory:Territory {key: key})
DETACH DELETE territory
