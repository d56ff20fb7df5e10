// Somebody else's nodes
// Whether a database without a store holds nodes under labels that a store would use.
MATCH (n:Article|Mention|Statement|Source|Claim|Event|Reading|Key|Decision|Store)
RETURN head(labels(n)) AS label
LIMIT 1
