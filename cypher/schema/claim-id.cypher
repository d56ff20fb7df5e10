// Ids of Claim nodes
// One node an id: what finds them, and what keeps two writers from doubling them.
CREATE CONSTRAINT hearsay_claim_id IF NOT EXISTS FOR (n:Claim) REQUIRE n.id IS UNIQUE
