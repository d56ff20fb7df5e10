// Who cites whom
// Sources that pass on the word of others, those with most statements behind it first; draws as a graph.
// $limit = 100: most pairs
MATCH (a:Source)-[cites:CITES]->(b:Source)
RETURN a, cites, b, size(cites.statements) AS statements, cites.first AS first, cites.last AS last
ORDER BY statements DESC, a.id, b.id
LIMIT toInteger($limit)
