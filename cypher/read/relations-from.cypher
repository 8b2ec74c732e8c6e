// Every relation that starts at these entities, as scalars.
// param ids: list of strings
UNWIND $ids AS id
MATCH (a:Entity {id: id})-[r]->(b:Entity)
RETURN a.id AS from, b.id AS to, type(r) AS type, r.level AS level, r.articleCount AS articleCount, r.confidence AS confidence, r.modality AS modality, r.articles AS articles
