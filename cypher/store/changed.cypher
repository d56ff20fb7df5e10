// The ground truth changed
// Counts it.
MATCH (s:Store {name: 'hearsay'})
SET s.truth = s.truth + 1
