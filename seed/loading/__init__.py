"""Plans into the graph: only what is new or changed, in one transaction."""
