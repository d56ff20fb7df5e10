// Ids of Event nodes
// One node an id: what finds them, and what keeps two writers from doubling them.
CREATE CONSTRAINT hearsay_event_id IF NOT EXISTS FOR (n:Event) REQUIRE n.id IS UNIQUE
