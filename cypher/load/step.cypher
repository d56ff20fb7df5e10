// Take the next step
// Parameters: $writer, $step. A step that was committed already is not taken again; one whose turn went to another writer neither.
MATCH (s:Store {name: 'hearsay'})
SET s.truth = s.truth
WITH s, coalesce(s.writer = $writer, false) AS mine, coalesce(s.step = $step, false) AS due
SET s.step = CASE WHEN mine AND due THEN s.step + 1 ELSE s.step END
RETURN mine, due
