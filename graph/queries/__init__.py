"""Reads of the graph: what is asked, as typed rows."""
