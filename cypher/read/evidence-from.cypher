// The sentences behind every relation that starts at these entities.
// param ids: list of strings
UNWIND $ids AS id
MATCH (a:Entity {id: id})-[r]->(b:Entity)
RETURN a.id AS from, b.id AS to, type(r) AS type, r.evidence AS evidence
