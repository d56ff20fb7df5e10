// What surrounds given nodes
// The nodes, their neighbours by id, and the relationships between them that touch one of the nodes. Parameters: $ids, $limit (most
// nodes).
CALL () {
  UNWIND $ids AS id
  MATCH (n:Article|Mention|Statement|Source|Claim|Event {id: id})
  RETURN DISTINCT n ORDER BY n.id
}
WITH collect(n) AS given
WITH given, given[..toInteger($limit)] AS centre
WITH given, centre, COLLECT {
    UNWIND centre AS n
    MATCH (n)-[r]-(m:Article|Mention|Statement|Source|Claim|Event)
    WHERE r.id IS NOT NULL AND NOT m IN centre
    RETURN DISTINCT m ORDER BY m.id LIMIT toInteger($limit) + 1
  } AS ends
WITH centre, centre + ends[..toInteger($limit) - size(centre)] AS nodes,
  size(given) > size(centre) OR size(ends) > toInteger($limit) - size(centre) AS capped
UNWIND nodes AS n
CALL (n, centre, nodes) {
  WITH n WHERE n IN centre
  MATCH (n)-[r]-(b)
  WHERE b IN nodes AND r.id IS NOT NULL AND (startNode(r) = n OR NOT b IN centre)
  RETURN collect({type: type(r), from: startNode(r).id, to: endNode(r).id, properties: properties(r)}) AS edges
}
RETURN capped, labels(n) AS labels, properties(n) AS properties, edges
