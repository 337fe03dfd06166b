// Let the relationships that a load ended go on. In transactions of its own: run it outside any.
//
// access: write
// param load: INTEGER NOT NULL
MATCH ()-[edge:STATED_IN|PART_OF|SUBSIDIARY_OF|IN_INDUSTRY|LOCATED_IN|IN_SEGMENT|COVERS|OWNS|SUPPORTS|RESPONSIBLE_FOR|HAS_TARGET|MEASURES|HOLDS|POST_IN|LIMITED_TO|HAS_STEP|ABOUT|ASSIGNS|SPLITS_BY|HELD_BY|SUCCEEDED_BY|REPORTS_TO]->()
WHERE edge.ended = $load
CALL (edge) {
  REMOVE edge.ended
} IN TRANSACTIONS OF 10000 ROWS
