// Articles by day
// For what changed since a date.
CREATE INDEX hearsay_article_published IF NOT EXISTS FOR (n:Article) ON (n.publishedOn)
