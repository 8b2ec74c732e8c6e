// Where an entity is mentioned, newest first.
// param id: string
MATCH (:Entity {id: $id})<-[m:MENTIONS]-(a:Article)
RETURN a.id AS article, a.title AS title, a.date AS date, a.source AS source, m.starts AS starts, m.ends AS ends
ORDER BY date DESC, article
