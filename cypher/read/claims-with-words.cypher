// A page of the claims that hold words
// Those with most carriers first. Parameters: $words for the full-text index; $status or null; $carriers, $independent and $id of the
// last claim before; $limit.
CALL db.index.fulltext.queryNodes('hearsay_claims', $words) YIELD node AS c
WHERE $status IS NULL OR c.status = $status
WITH c, coalesce(c.carriers, 0) AS carriers, coalesce(c.independentMax, 0) AS independent
WHERE carriers < $carriers
  OR carriers = $carriers AND (independent < $independent OR independent = $independent AND c.id > $id)
WITH c, carriers, independent
ORDER BY carriers DESC, independent DESC, c.id
LIMIT toInteger($limit)
RETURN labels(c) AS labels, properties(c) AS properties
