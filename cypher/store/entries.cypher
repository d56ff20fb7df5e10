// A page of articles
// Parameters: $last (the last id before), $limit.
MATCH (r:Reading)
WHERE r.id > $last
RETURN r.id AS id, r.article AS article, r.reading AS reading, r.keys AS keys
ORDER BY id
LIMIT $limit
