// Nodes that are no more
// Parameters: $rows of element.
UNWIND $rows AS row
MATCH (n)
WHERE elementId(n) = row.element
DETACH DELETE n
