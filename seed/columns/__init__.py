"""The kinds a plan has most of, as columns: read, proven fine, checked and kept by polars.

The object path (`seed/reading/entries.py` and `seed/validation`) says what is wrong and how. This
one only proves that most rows have nothing wrong; every row it cannot prove, alone or beside
others, becomes an entry and goes the object path. So it adds speed, and never a message.
"""
