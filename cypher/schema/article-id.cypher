// Ids of Article nodes
// One node an id: what finds them, and what keeps two writers from doubling them.
CREATE CONSTRAINT hearsay_article_id IF NOT EXISTS FOR (n:Article) REQUIRE n.id IS UNIQUE
