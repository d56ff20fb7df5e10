// By which keys later articles find these
// Parameters: $rows.
UNWIND $rows AS row
MATCH (r:Reading {id: row.id})
UNWIND row.hashes AS hash
MERGE (k:Key {id: hash})
MERGE (r)-[:HAS_KEY]->(k)
