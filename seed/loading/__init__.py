"""Plans into the graph: compared with the newest version, and written as the next."""
