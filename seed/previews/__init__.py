"""What a load would do, seen before it is done: to each kind, to each field, and to ownership."""
