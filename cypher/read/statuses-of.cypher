// The stages of these entities, with the date of the article that says so.
// param ids: list of strings
UNWIND $ids AS id
MATCH (e:Entity {id: id})-[:HAS_STATUS]->(t:Status)-[:STATED_IN]->(:Sentence)<-[:HAS_SENTENCE]-(a:Article)
RETURN e.id AS entity, t.id AS id, t.status AS status, t.date AS date, a.date AS published
