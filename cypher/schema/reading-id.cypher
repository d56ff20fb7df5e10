// Ids of Reading nodes
// One node an id: what finds them, and what keeps two writers from doubling them.
CREATE CONSTRAINT hearsay_reading_id IF NOT EXISTS FOR (n:Reading) REQUIRE n.id IS UNIQUE
