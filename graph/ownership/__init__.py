"""Who owns and who supports what, resolved from rules: pure functions, no database, no clock."""
