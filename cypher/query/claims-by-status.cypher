// Claims by status
// Which claims have this status, those with most independent chains first.
// $status = "corroborated": retracted, circular, disputed, denied, unsourced, hedged, corroborated, independence-open or single-source
// $limit = 100: most claims
MATCH (c:Claim {status: $status})
RETURN c.id AS claim, c.text AS text, c.independentMin AS least, c.independentMax AS most,
  c.officiallyConfirmed AS official, c.carriers AS carriers, c.flags AS flags
ORDER BY most DESC, least DESC, claim
LIMIT toInteger($limit)
