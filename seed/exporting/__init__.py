"""The live graph back as a plan folder: what a version states, as entries, as files."""
