// Reliances of which one holds
// Copied text of unknown direction: its alternatives are found by their group.
CREATE INDEX hearsay_reliance_alternatives IF NOT EXISTS FOR ()-[r:RELIES_ON]-() ON (r.alternativeGroup)
