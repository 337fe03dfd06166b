"""Entries as files: flat tables, CSV, Excel workbooks, and empty plans to fill in."""
