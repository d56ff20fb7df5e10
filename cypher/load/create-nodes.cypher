// New nodes
// Parameters: $rows of labels and properties.
UNWIND $rows AS row
CREATE (n:$(row.labels))
SET n = row.properties
RETURN n.id AS id, elementId(n) AS element
