// Articles with what was read in them
// Parameters: $rows, $addition (names this attempt: a retry finds its own work done). Those already there stay as they are.
UNWIND $rows AS row
MERGE (r:Reading {id: row.id})
ON CREATE SET r.article = row.article, r.reading = row.reading, r.keys = row.keys, r.addition = $addition
WITH r, row
WHERE r.addition = $addition
RETURN r.id AS id
