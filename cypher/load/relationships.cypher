// All relationships of the graph
// Those that others drew between its nodes have no id and are passed over.
MATCH (a:Article|Mention|Statement|Source|Claim|Event)-[r]->(b)
WHERE r.id IS NOT NULL
RETURN elementId(r) AS element, type(r) AS type, a.id AS from, b.id AS to, properties(r) AS properties
