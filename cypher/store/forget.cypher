// Forget an article
// Parameters: $article. Keys that no other article has go with it.
MATCH (r:Reading {id: $article})
OPTIONAL MATCH (r)-[:HAS_KEY]->(k:Key)
WHERE NOT EXISTS { (k)<-[:HAS_KEY]-(other:Reading) WHERE other <> r }
WITH r, collect(k) AS keys
FOREACH (k IN keys | DETACH DELETE k)
DETACH DELETE r
RETURN count(*) AS forgotten
