// Every relation between two entities, as scalars.
MATCH (a:Entity)-[r]->(b:Entity)
RETURN a.id AS from, b.id AS to, type(r) AS type, r.level AS level, r.articleCount AS articleCount, r.confidence AS confidence, r.articles AS articles
