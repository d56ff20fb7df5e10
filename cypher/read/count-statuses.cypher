// How many claims there are
// By status.
MATCH (c:Claim)
WHERE c.status IS NOT NULL
RETURN c.status AS status, count(*) AS n
