"""What a version of the graph states, as the model's own entities: for diffs and exports."""
