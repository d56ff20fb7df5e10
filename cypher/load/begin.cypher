// Begin to write the graph
// Parameters: $writer, $truth. Whoever began before cannot go on; nobody begins with an older graph than is there.
MATCH (s:Store {name: 'hearsay'})
SET s.truth = s.truth
WITH s
WHERE coalesce(s.writing, s.graph, -1) <= $truth
SET s.writer = $writer, s.writing = $truth, s.step = 0, s.graph = null
RETURN s.writer AS writer
