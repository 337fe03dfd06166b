// The digest of everything a load wrote, to tell what a new plan changes; in no order.
//
// access: read
// column kind: STRING NOT NULL
// column key: STRING NOT NULL
// column digest: STRING
MATCH (thing:Source|Department|Industry|Territory|Customer|Subsidiary|Person|Post|Strategy|Step|Responsibility|Indicator|Target|RevenueSplit|AssignmentRule|NamedException|OpenQuestion|Segment)
RETURN labels(thing)[0] AS kind, thing.key AS key, thing.digest AS digest
