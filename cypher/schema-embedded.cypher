// An index beside each unique constraint: without it MERGE by id looks at every node of the label.
// Embedded store only: Neo4j makes such an index with its constraint and refuses a second one.
CREATE INDEX article_id_index IF NOT EXISTS FOR (n:Article) ON (n.id);
CREATE INDEX sentence_id_index IF NOT EXISTS FOR (n:Sentence) ON (n.id);
CREATE INDEX entity_id_index IF NOT EXISTS FOR (n:Entity) ON (n.id);
CREATE INDEX fact_id_index IF NOT EXISTS FOR (n:Fact) ON (n.id);
CREATE INDEX status_id_index IF NOT EXISTS FOR (n:Status) ON (n.id);
