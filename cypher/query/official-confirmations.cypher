// Official confirmations and their bases
// Which claims an authority confirms for certain, and on whose word: its own, or the media it confirms.
// $limit = 100: most confirmations
MATCH (u:Source {official: true})<-[:MADE_BY]-(s:Statement)-[confirms:CONFIRMS]->(c:Claim)
WHERE confirms.factuality = 'CT+' AND NOT EXISTS { (:Statement)-[:RETRACTS]->(s) }
OPTIONAL MATCH (s)-[relies:RELIES_ON]->(base)
WHERE relies.claims IS NULL OR c.id IN relies.claims
OPTIONAL MATCH (base)-[:MADE_BY]->(spoken:Source)
WITH c, u, s, collect(DISTINCT coalesce(spoken.name, base.name) + ' (' + relies.certainty + ')') AS bases
RETURN c.id AS claim, c.text AS text, u.name AS authority, s.saidFrom AS from, s.saidTo AS to, bases,
  c.officiallyConfirmed AS inEveryWorld, c.officialOnOwnBasis AS onOwnBasis
ORDER BY claim, authority
LIMIT toInteger($limit)
