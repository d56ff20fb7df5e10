// What was decided between two articles
// Parameters: $rows.
UNWIND $rows AS row
MATCH (a:Reading {id: row.article})
MATCH (b:Reading {id: row.other})
MERGE (a)-[j:JOINED]->(b)
SET j.decisions = row.decisions
