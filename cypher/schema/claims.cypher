// Words of claims
// Full-text search over claims: CALL db.index.fulltext.queryNodes('hearsay_claims', 'plant fire')
CREATE FULLTEXT INDEX hearsay_claims IF NOT EXISTS FOR (n:Claim) ON EACH [n.text]
