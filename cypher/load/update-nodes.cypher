// Nodes with other labels or properties
// Parameters: $rows of element, labels no longer borne, labels and properties.
UNWIND $rows AS row
MATCH (n)
WHERE elementId(n) = row.element
REMOVE n:$(row.former)
SET n:$(row.labels), n = row.properties
