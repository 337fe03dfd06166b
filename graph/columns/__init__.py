"""Entities of a kind as columns of a frame: made of them, and made to them when somebody looks.

What there may be a million of is kept so, and has the digests of its columns.
"""
