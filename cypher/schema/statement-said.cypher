// Statements by day
// For who was first.
CREATE INDEX hearsay_statement_said IF NOT EXISTS FOR (n:Statement) ON (n.saidTo)
