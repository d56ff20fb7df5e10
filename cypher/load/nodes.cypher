// All nodes of the graph
// With everything that is known of them.
MATCH (n:Article|Mention|Statement|Source|Claim|Event)
RETURN elementId(n) AS element, labels(n) AS labels, properties(n) AS properties
