// Let what a load ended go on. In transactions of its own: run it outside any.
//
// access: write
// param load: INTEGER NOT NULL
MATCH (thing:Source|Department|Industry|Territory|Customer|Subsidiary|Person|Post|Strategy|Step|Responsibility|Indicator|Target|RevenueSplit|AssignmentRule|NamedException|OpenQuestion|Specialty|UnitTemplate|TemplateDepartment|TemplatePost|UnitTarget|Segment)
WHERE thing.ended = $load
CALL (thing) {
  REMOVE thing.ended
} IN TRANSACTIONS OF 10000 ROWS
