// A new store, or a newer format
// Parameters: $format. Done last, when all constraints and indexes are there.
MERGE (s:Store {name: 'hearsay'})
ON CREATE SET s.truth = 0
SET s.format = $format
