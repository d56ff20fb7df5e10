// Disputes with both sides
// Claims that some support and others deny; draws as a graph.
// $limit = 100: most claims
MATCH (c:Claim)
WHERE c.status IN ['disputed', 'denied']
WITH c ORDER BY c.carriers DESC, c.id LIMIT toInteger($limit)
OPTIONAL MATCH (c)<-[:ASSERTS|CONFIRMS|PREDICTS]-(:Statement)-[:MADE_BY]->(pro:Source)
WITH c, collect(DISTINCT pro) AS support
OPTIONAL MATCH (c)<-[:DENIES]-(:Statement)-[:MADE_BY]->(con:Source)
WITH c, support, collect(DISTINCT con) AS denial
RETURN c.id AS claim, c.text AS text, c.status AS status, [u IN support | u.name] AS supportedBy, [u IN denial | u.name] AS deniedBy,
  c.independentMin AS supportMin, c.independentMax AS supportMax, c.denialMin AS denialMin, c.denialMax AS denialMax,
  c AS drawn, support, denial
ORDER BY claim
