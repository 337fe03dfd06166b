"""The GraphQL API: what portals ask, over HTTP."""
