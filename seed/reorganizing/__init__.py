"""Scenarios as files, and `orgatlas scenario`."""
