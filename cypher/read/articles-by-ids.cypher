// param ids: list of strings
UNWIND $ids AS id
MATCH (a:Article {id: id})
RETURN a.id AS id, a.title AS title, a.date AS date, a.source AS source
