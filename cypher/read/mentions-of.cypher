// In which articles these entities are mentioned, and where.
// param ids: list of strings
UNWIND $ids AS id
MATCH (e:Entity {id: id})<-[m:MENTIONS]-(a:Article)
RETURN e.id AS entity, a.id AS article, a.date AS date, m.starts AS starts, m.ends AS ends
