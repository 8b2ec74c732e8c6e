// The sentences behind every relation between two entities.
MATCH (a:Entity)-[r]->(b:Entity)
RETURN a.id AS from, b.id AS to, type(r) AS type, r.evidence AS evidence
