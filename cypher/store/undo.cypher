// Take a decision back
// Parameters: $id.
MATCH (d:Decision {id: $id})
DETACH DELETE d
RETURN count(*) AS undone
