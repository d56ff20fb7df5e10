// Unnamed sources and what hangs on them
// Who is not named, what rests on them, and what falls with them.
// $limit = 100: most sources
MATCH (u:Source {named: false})
OPTIONAL MATCH (c:Claim)
WHERE u.id IN c.chokePoints
WITH u, collect(c.text) AS fall
RETURN u.id AS source, u.name AS description,
  COUNT { (u)<-[:MADE_BY]-(:Statement) } AS statements,
  COUNT { (u)<-[:RELIES_ON]-() } + COUNT { (u)<-[:MADE_BY]-(:Statement)<-[:RELIES_ON]-() } AS reliedOn,
  size(fall) AS claimsThatFall, fall[..5] AS someOfThem,
  [(u)-[same:SAME_AS]-(o:Source) | o.name] AS possiblySame
ORDER BY claimsThatFall DESC, reliedOn DESC, source
LIMIT toInteger($limit)
