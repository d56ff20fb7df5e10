// Relationships that are no more
// Parameters: $rows of element.
UNWIND $rows AS row
MATCH ()-[r]->()
WHERE elementId(r) = row.element
DELETE r
