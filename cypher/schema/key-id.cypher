// Ids of Key nodes
// One node an id: what finds them, and what keeps two writers from doubling them.
CREATE CONSTRAINT hearsay_key_id IF NOT EXISTS FOR (n:Key) REQUIRE n.id IS UNIQUE
