// Articles that are there already
// Parameters: $articles.
UNWIND $articles AS id
MATCH (r:Reading {id: id})
RETURN r.id AS id
