// Claims that rest on one source
// Which claims fall if this source is wrong: every chain runs through it, whatever the answers to open questions.
// $source: id of a source, or its beginning
MATCH (s:Source)
WHERE s.id STARTS WITH $source
MATCH (c:Claim)
WHERE s.id IN c.chokePoints
RETURN s.id AS source, s.name AS name, c.id AS claim, c.text AS text, c.status AS status, c.carriers AS carriers
ORDER BY source, carriers DESC, claim
