// All relations of these types that start at these entities, as little of each as tracing stands on.
// param ids: list of strings
// param types: list of strings
UNWIND $ids AS id
MATCH (a:Entity {id: id})-[r]->(b:Entity)
WHERE type(r) IN $types
RETURN a.id AS source, b.id AS target, type(r) AS type, r.level AS level, r.modality AS modality, r.articleCount AS articleCount
