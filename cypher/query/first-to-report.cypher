// First to report, and who followed
// Who says a claim, in order of the day on which it was said; undated statements last. Order in time is not reliance.
// $claim: id of a claim, or its beginning
MATCH (c:Claim)
WHERE c.id STARTS WITH $claim
MATCH (s:Statement)-[stance:ASSERTS|CONFIRMS|PREDICTS|DENIES]->(c), (s)-[:MADE_BY]->(u:Source)
OPTIONAL MATCH (s)-[:RELIES_ON]->(base)
OPTIONAL MATCH (base)-[:MADE_BY]->(spoken:Source)
WITH c, s, stance, u, collect(DISTINCT coalesce(spoken.name, base.name)) AS onTheWordOf
RETURN c.id AS claim, s.saidFrom AS from, s.saidTo AS to, u.id AS source, u.name AS name, s.act AS act,
  type(stance) AS stance, onTheWordOf, s.id AS statement
ORDER BY claim, from IS NULL, from, to IS NULL, to, statement
