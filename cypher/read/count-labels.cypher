// How many nodes there are
// By all their labels.
MATCH (n:Article|Mention|Statement|Source|Claim|Event)
RETURN labels(n) AS labels, count(*) AS n
