// Ids of Decision nodes
// One node an id: what finds them, and what keeps two writers from doubling them.
CREATE CONSTRAINT hearsay_decision_id IF NOT EXISTS FOR (n:Decision) REQUIRE n.id IS UNIQUE
