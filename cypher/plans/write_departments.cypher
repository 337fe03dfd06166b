// Write departments of a plan: new ones, and those that changed. Their links come afterwards.
//
// access: write
// param rows: LIST<MAP NOT NULL> NOT NULL
UNWIND $rows AS row
MERGE (department:Department {key: row.key})
SET
  department.name = row.name,
  department.name_en = row.name_en,
  department.illustrative = row.illustrative,
  department.digest = row.digest,
  department.kind = row.kind,
  department.functions = row.functions,
  department.specialties = row.specialties,
  department.resources = row.resources,
  department.template = row.template,
  department.from = row.from,
  department.until = row.until
