// Where these articles mention these entities.
// param articles: list of strings
// param entities: list of strings
UNWIND $articles AS article
MATCH (a:Article {id: article})-[m:MENTIONS]->(e:Entity)
WHERE e.id IN $entities
RETURN a.id AS article, e.id AS entity, e.type AS type, m.starts AS starts, m.ends AS ends
