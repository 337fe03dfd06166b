"""What a plan must be beyond the types of its fields; each module looks for one sort of fault."""
