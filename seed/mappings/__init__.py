"""Foreign tables as they are, read through a mapping file: which columns become what.

tables → cells (rules per column) → rows (one frame a kind) → what is wrong with them (findings,
each under a policy) → entries of an ordinary section.
"""
