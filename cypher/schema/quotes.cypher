// Words of passages
// Full-text search over mentions: CALL db.index.fulltext.queryNodes('hearsay_quotes', 'told reporters')
CREATE FULLTEXT INDEX hearsay_quotes IF NOT EXISTS FOR (n:Mention) ON EACH [n.quote]
