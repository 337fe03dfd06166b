// The schema migrations that this database has had, in order.
//
// access: read
// column version: INTEGER NOT NULL
// column name: STRING NOT NULL
// column checksum: STRING NOT NULL
MATCH (migration:SchemaMigration)
RETURN migration.version AS version, migration.name AS name, migration.checksum AS checksum
ORDER BY version
