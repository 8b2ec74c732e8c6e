// In which articles these entities are mentioned, and where.
// param ids: list of strings
UNWIND $ids AS id
MATCH (a:Article)-[m:MENTIONS]->(e:Entity {id: id})
RETURN e.id AS entity, a.id AS article, a.date AS date, m.starts AS starts, m.ends AS ends
