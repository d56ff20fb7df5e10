// Ids of Mention nodes
// One node an id: what finds them, and what keeps two writers from doubling them.
CREATE CONSTRAINT hearsay_mention_id IF NOT EXISTS FOR (n:Mention) REQUIRE n.id IS UNIQUE
