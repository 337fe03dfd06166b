"""Reports of an impact: sections, tables and pictures, and what they look like."""
