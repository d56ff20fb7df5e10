// The graph is written
// Parameters: $truth, the change that it was made from.
MATCH (s:Store {name: 'hearsay'})
SET s.graph = $truth
REMOVE s.writer, s.writing, s.step
