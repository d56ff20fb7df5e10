// Corroboration chains
// On whose word a claim rests: every chain from a root to whoever says the claim, open questions left aside.
// $claim: id of a claim, or its beginning
// $limit = 1000: most chains
MATCH (c:Claim)
WHERE c.id STARTS WITH $claim
MATCH (s:Statement)-[stance:ASSERTS|CONFIRMS|PREDICTS]->(c)
WHERE EXISTS { (s)-[:MADE_BY]->(:Source) } AND NOT EXISTS { (:Statement)-[:RETRACTS]->(s) }
WITH c, collect({statement: s, certain: stance.factuality = 'CT+'}) AS all
// Where some say it for certain, only they count.
WITH c, CASE
    WHEN any(x IN all WHERE x.certain) THEN [x IN all WHERE x.certain | x.statement]
    ELSE [x IN all | x.statement]
  END AS counted
UNWIND counted AS top
WITH c, counted, top
// What an article knows only through another source is no chain of its own.
WHERE EXISTS { (top)-[:HAS_MENTION]->(m:Mention)-[:STATES]->(c) WHERE NOT EXISTS { (m)-[:VIA]->() } }
// Up from a statement to what it relies on; from a source to what it says itself.
MATCH path = (top) (
    (x)-[r:RELIES_ON|MADE_BY]-(y)
    WHERE (r:RELIES_ON AND startNode(r) = x AND r.certainty <> 'possible' AND (r.claims IS NULL OR c.id IN r.claims))
      OR (r:MADE_BY AND endNode(r) = x AND y IN counted)
  )* (root)
WHERE NOT EXISTS {
    (root)-[more:RELIES_ON]->()
    WHERE more.certainty <> 'possible' AND (more.claims IS NULL OR c.id IN more.claims)
  }
  AND NOT EXISTS { (root)<-[:MADE_BY]-(own:Statement) WHERE own IN counted }
WITH c, path, [n IN nodes(path) | CASE WHEN n:Source THEN n ELSE head([(n)-[:MADE_BY]->(u:Source) | u]) END] AS steps
WHERE all(u IN steps WHERE u IS NOT NULL)
WITH c, path, reduce(chain = [], u IN reverse(steps) | CASE WHEN last(chain) = u THEN chain ELSE chain + [u] END) AS chain
WHERE all(i IN range(0, size(chain) - 1) WHERE NOT chain[i] IN chain[..i])
WITH c, chain, head(collect(path)) AS path
RETURN c.id AS claim, [u IN chain | u.id] AS sources, [u IN chain | u.name] AS names, path
ORDER BY claim, size(sources), sources
LIMIT toInteger($limit)
