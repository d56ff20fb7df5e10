// A page of what was decided between articles
// Parameters: $last (the last article before), $limit (articles).
MATCH (a:Reading)
WHERE a.id > $last
WITH a ORDER BY a.id LIMIT $limit
RETURN a.id AS article,
  COLLECT { MATCH (a)-[j:JOINED]->(b:Reading) RETURN [b.id, j.decisions] ORDER BY b.id } AS others
ORDER BY article
