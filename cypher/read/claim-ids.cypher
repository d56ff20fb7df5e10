// Claims by the beginning of their id
// Parameters: $beginning, $limit.
MATCH (c:Claim)
WHERE c.id STARTS WITH $beginning
RETURN c.id AS id
ORDER BY id
LIMIT toInteger($limit)
