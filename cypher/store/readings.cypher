// What was read in articles
// Parameters: $articles.
UNWIND $articles AS id
MATCH (r:Reading {id: id})
RETURN r.id AS id, r.reading AS reading
