// The sentences of these articles that say of when they speak.
// param ids: list of strings
UNWIND $ids AS id
MATCH (a:Article {id: id})-[:HAS_SENTENCE]->(s:Sentence)
WHERE s.time <> ''
RETURN s.id AS id, a.id AS article, s.start AS start, s.end AS end, s.time AS time
