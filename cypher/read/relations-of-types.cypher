// All relations of these types between entities, as little of each as tracing stands on.
// param types: list of strings
MATCH (a:Entity)-[r]->(b:Entity)
WHERE type(r) IN $types
RETURN a.id AS source, b.id AS target, type(r) AS type, r.level AS level, r.modality AS modality, r.articleCount AS articleCount
