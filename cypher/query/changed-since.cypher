// What changed since a date
// Claims on which articles published since then say something, what is new first, and whether they were known before.
// $since: day, YYYY-MM-DD
// $limit = 100: most claims
MATCH (a:Article)
WHERE a.publishedOn >= date($since)
MATCH (a)<-[:IN]-(m:Mention)-[:STATES]->(c:Claim)
WITH c, collect(DISTINCT a) AS articles, count(DISTINCT m) AS mentions
RETURN c.id AS claim, c.text AS text, c.status AS status, size(articles) AS articles, mentions,
  NOT EXISTS { (c)<-[:STATES]-(:Mention)-[:IN]->(b:Article) WHERE b.publishedOn < date($since) } AS new
ORDER BY new DESC, articles DESC, claim
LIMIT toInteger($limit)
