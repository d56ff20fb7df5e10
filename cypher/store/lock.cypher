// Wait for other writers
// Until the transaction ends, nobody else changes the store.
MATCH (s:Store {name: 'hearsay'})
SET s.truth = s.truth
RETURN s.truth AS truth
