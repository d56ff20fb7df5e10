// The store
// Its format, how often its ground truth changed, from which change its graph was made, and whether that is being written.
MATCH (s:Store {name: 'hearsay'})
RETURN s.format AS format, s.truth AS truth, s.graph AS graph, s.writer AS writer
