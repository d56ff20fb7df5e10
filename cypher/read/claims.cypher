// A page of claims
// Those with most carriers first. Parameters: $status or null; $carriers, $independent and $id of the last claim before; $limit.
MATCH (c:Claim)
WHERE $status IS NULL OR c.status = $status
WITH c, coalesce(c.carriers, 0) AS carriers, coalesce(c.independentMax, 0) AS independent
WHERE carriers < $carriers
  OR carriers = $carriers AND (independent < $independent OR independent = $independent AND c.id > $id)
WITH c, carriers, independent
ORDER BY carriers DESC, independent DESC, c.id
LIMIT toInteger($limit)
RETURN labels(c) AS labels, properties(c) AS properties
