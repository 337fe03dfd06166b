"""Which Neo4j answers: the one `NEO4J_URI` names, or an embedded one that is started here."""
