// Articles that share a key
// Parameters: $hashes.
UNWIND $hashes AS hash
MATCH (:Key {id: hash})<-[:HAS_KEY]-(r:Reading)
WITH DISTINCT r
RETURN r.id AS id, r.addition AS addition
ORDER BY id
