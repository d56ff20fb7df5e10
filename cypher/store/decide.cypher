// Keep a decision
// Parameters: $id, $decision.
MERGE (d:Decision {id: $id})
SET d.decision = $decision
