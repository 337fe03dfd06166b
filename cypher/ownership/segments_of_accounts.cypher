// The segment that each of these accounts is in.
//
// access: read
// param keys: LIST<STRING NOT NULL> NOT NULL
// param version: INTEGER NOT NULL
// column key: STRING NOT NULL
// column linked_key: STRING NOT NULL
UNWIND $keys AS key
MATCH (:Customer|Subsidiary {key: key})-[member:IN_SEGMENT]->(segment:Segment)
WHERE member.since <= $version AND coalesce($version < member.ended, true)
RETURN key, segment.key AS linked_key
