// An event, and all that is said about it
// Its claims, who says what of them on whose word; draws as a graph.
// $event: id of an event, or its beginning
MATCH (e:Event)
WHERE e.id STARTS WITH $event
MATCH about = (e)<-[:ABOUT]-(c:Claim)
OPTIONAL MATCH said = (c)<-[:ASSERTS|CONFIRMS|PREDICTS|DENIES]-(s:Statement)
OPTIONAL MATCH by = (s)-[:MADE_BY]->(:Source)
OPTIONAL MATCH word = (s)-[:RELIES_ON]->(base)
OPTIONAL MATCH of = (base)-[:MADE_BY]->(:Source)
RETURN about, said, by, word, of
