// Delete the things that no load brought: an Orgatlas before versions left them.
// In transactions of its own: run it outside any.
//
// access: write
MATCH (thing:Source|Department|Industry|Territory|Customer|Subsidiary|Person|Post|Strategy|Step|Responsibility|Indicator|Target|RevenueSplit|AssignmentRule|NamedException|OpenQuestion|Specialty|UnitTemplate|TemplateDepartment|TemplatePost|UnitTarget|Segment|Plan)
WHERE thing.since IS NULL
CALL (thing) {
  DETACH DELETE thing
} IN TRANSACTIONS OF 5000 ROWS
