// Circular reporting
// Which sources cite each other in a circle for one claim.
// A circle always has a link to a source: a link that would close a circle of statements is kept at the source.
// $limit = 100: most claims
MATCH (s:Statement)-[open:RELIES_ON]->(u:Source)<-[:MADE_BY]-(t:Statement)
WHERE open.certainty <> 'possible'
MATCH (s)-[:ASSERTS|CONFIRMS|PREDICTS]->(c:Claim)<-[:ASSERTS|CONFIRMS|PREDICTS]-(t)
WHERE (open.claims IS NULL OR c.id IN open.claims)
  AND NOT EXISTS { (:Statement)-[:RETRACTS]->(s) } AND NOT EXISTS { (:Statement)-[:RETRACTS]->(t) }
MATCH (s)-[:MADE_BY]->(first:Source)
WHERE first <> u
MATCH (t) (
    (x)-[r:RELIES_ON|MADE_BY]-(y)
    WHERE (r:RELIES_ON AND startNode(r) = x AND r.certainty <> 'possible' AND (r.claims IS NULL OR c.id IN r.claims))
      OR (r:MADE_BY AND endNode(r) = x
        AND EXISTS { (y)-[:ASSERTS|CONFIRMS|PREDICTS]->(c) } AND NOT EXISTS { (:Statement)-[:RETRACTS]->(y) })
  )* (s)
WITH c, s, t, [n IN [t] + y | CASE WHEN n:Source THEN n ELSE head([(n)-[:MADE_BY]->(v:Source) | v]) END] AS circle
UNWIND circle AS member
WITH c, member
WHERE member IS NOT NULL
WITH DISTINCT c, member
ORDER BY member.id
WITH c, collect(member) AS members
RETURN c.id AS claim, c.text AS text, [m IN members | m.id] AS sources, [m IN members | m.name] AS names, members
ORDER BY size(sources) DESC, claim
LIMIT toInteger($limit)
