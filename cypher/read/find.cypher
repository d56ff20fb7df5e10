// Sources, claims and mentions by their words
// Parameters: $words for the full-text indexes, $limit (most of each kind).
CALL () {
  CALL db.index.fulltext.queryNodes('hearsay_names', $words, {limit: toInteger($limit)}) YIELD node, score
  RETURN node, score, 1 AS kind
  UNION ALL
  CALL db.index.fulltext.queryNodes('hearsay_claims', $words, {limit: toInteger($limit)}) YIELD node, score
  RETURN node, score, 2 AS kind
  UNION ALL
  CALL db.index.fulltext.queryNodes('hearsay_quotes', $words, {limit: toInteger($limit)}) YIELD node, score
  RETURN node, score, 3 AS kind
}
WITH node, score, kind
ORDER BY kind, score DESC, node.id
RETURN labels(node) AS labels, properties(node) AS properties
