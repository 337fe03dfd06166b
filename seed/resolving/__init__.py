"""Facts and segments of a whole plan at once, from its columns."""
