// param ids: list of strings
UNWIND $ids AS id
MATCH (s:Sentence {id: id})<-[:HAS_SENTENCE]-(a:Article)
RETURN s, a.id AS article, a.title AS title, a.date AS date, a.source AS source
