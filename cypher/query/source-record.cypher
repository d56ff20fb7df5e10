// A source's record
// What a source said, and how that stands today: never a verdict on the source.
// $source: id of a source, or its beginning
MATCH (u:Source)
WHERE u.id STARTS WITH $source
MATCH (u)<-[:MADE_BY]-(s:Statement)-[stance:ASSERTS|CONFIRMS|PREDICTS|DENIES]->(c:Claim)
WITH u, type(stance) AS stance, c.status AS status, collect(DISTINCT c) AS claims, collect(DISTINCT s) AS statements
RETURN u.id AS source, u.name AS name, stance, status, size(claims) AS claims, size(statements) AS statements,
  size([s IN statements WHERE EXISTS { (s)-[:RELIES_ON]->() }]) AS onOthersWord,
  size([s IN statements WHERE EXISTS { (:Statement)-[:RETRACTS]->(s) }]) AS takenBack,
  [c IN claims | c.text][..3] AS examples
ORDER BY source, claims DESC, stance, status
