// Remember that a schema migration was applied; one already remembered stays as it is.
//
// access: write
// param version: INTEGER NOT NULL
// param name: STRING NOT NULL
// param checksum: STRING NOT NULL
MERGE (migration:SchemaMigration {version: $version})
ON CREATE SET
  migration.name = $name,
  migration.checksum = $checksum,
  migration.applied_at = datetime()
