// Words of names
// Full-text search over sources: CALL db.index.fulltext.queryNodes('hearsay_names', 'ministry')
CREATE FULLTEXT INDEX hearsay_names IF NOT EXISTS FOR (n:Source) ON EACH [n.name, n.aliases]
