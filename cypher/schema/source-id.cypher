// Ids of Source nodes
// One node an id: what finds them, and what keeps two writers from doubling them.
CREATE CONSTRAINT hearsay_source_id IF NOT EXISTS FOR (n:Source) REQUIRE n.id IS UNIQUE
