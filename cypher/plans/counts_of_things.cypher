// How many things of each kind the graph holds, by kind; a kind without any gives no row.
//
// access: read
// column kind: STRING NOT NULL
// column total: INTEGER NOT NULL
MATCH (thing:Source|Department|Industry|Territory|Customer|Subsidiary|Person|Post|Strategy|Step|Responsibility|Indicator|Target|RevenueSplit|AssignmentRule|NamedException|OpenQuestion)
RETURN labels(thing)[0] AS kind, count(thing) AS total
ORDER BY kind
