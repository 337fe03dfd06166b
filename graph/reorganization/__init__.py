"""Reorganizations: operations on an organization, their impact, and that nothing is forgotten."""
