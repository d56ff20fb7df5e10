// The one Store node
// Says which format the store has, which changes it has seen, and who is writing its graph.
CREATE CONSTRAINT hearsay_store_name IF NOT EXISTS FOR (n:Store) REQUIRE n.name IS UNIQUE
