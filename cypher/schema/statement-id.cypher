// Ids of Statement nodes
// One node an id: what finds them, and what keeps two writers from doubling them.
CREATE CONSTRAINT hearsay_statement_id IF NOT EXISTS FOR (n:Statement) REQUIRE n.id IS UNIQUE
