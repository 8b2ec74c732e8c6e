// param ids: list of strings
UNWIND $ids AS id
MATCH (a:Article)-[:HAS_SENTENCE]->(s:Sentence {id: id})
RETURN s, a.id AS article, a.title AS title, a.date AS date, a.source AS source
