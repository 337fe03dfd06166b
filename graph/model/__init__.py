"""The words of the plan as types: pure, frozen, and knowing nothing of Neo4j or files."""
