// Delete the things that a load brought. In transactions of its own: run it outside any.
//
// access: write
// param load: INTEGER NOT NULL
MATCH (thing:Source|Department|Industry|Territory|Customer|Subsidiary|Person|Post|Strategy|Step|Responsibility|Indicator|Target|RevenueSplit|AssignmentRule|NamedException|OpenQuestion|Specialty|UnitTemplate|TemplateDepartment|TemplatePost|UnitTarget|Segment)
WHERE thing.since = $load
CALL (thing) {
  DETACH DELETE thing
} IN TRANSACTIONS OF 5000 ROWS
