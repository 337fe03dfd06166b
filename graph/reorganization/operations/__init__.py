"""Typed operations: what each changes of an organization, and what must be so for it to do that."""
