// param ids: list of strings (articles)
UNWIND $ids AS id
MATCH (a:Article {id: id})-[:HAS_SENTENCE]->(s:Sentence)
RETURN a.id AS article, s.id AS id, s.index AS index, s.paragraph AS paragraph, s.start AS start, s.end AS end, s.text AS text
ORDER BY article, start
