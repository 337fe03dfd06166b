"""The sections of a report, each made of an impact."""
