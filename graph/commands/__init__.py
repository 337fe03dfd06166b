"""The command line. Each part of Orgatlas adds its commands through the entry points."""
