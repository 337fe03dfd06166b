"""Versions of the graph, written batch by batch, unseen until whole; and undone again.

What a version changes is for others to find: a load compares a plan with the newest version.
"""
