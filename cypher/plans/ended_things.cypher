// The things that were in some version but are not in the newest; in no order.
//
// access: read
// column kind: STRING NOT NULL
// column keys: LIST<STRING NOT NULL> NOT NULL
MATCH (thing:Source|Department|Industry|Territory|Customer|Subsidiary|Person|Post|Strategy|Step|Responsibility|Indicator|Target|RevenueSplit|AssignmentRule|NamedException|OpenQuestion|Specialty|UnitTemplate|TemplateDepartment|TemplatePost|UnitTarget|Segment)
WHERE thing.ended IS NOT NULL
RETURN labels(thing)[0] AS kind, collect(thing.key) AS keys
