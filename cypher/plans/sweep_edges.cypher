// Delete the relationships that a load brought. In transactions of its own: run it outside any.
//
// access: write
// param load: INTEGER NOT NULL
MATCH ()-[edge:STATED_IN|PART_OF|SUBSIDIARY_OF|IN_INDUSTRY|LOCATED_IN|IN_SEGMENT|COVERS|OWNS|SUPPORTS|RESPONSIBLE_FOR|HAS_TARGET|MEASURES|HOLDS|POST_IN|LIMITED_TO|HAS_STEP|ABOUT|ASSIGNS|SPLITS_BY]->()
WHERE edge.since = $load
CALL (edge) {
  DELETE edge
} IN TRANSACTIONS OF 10000 ROWS
