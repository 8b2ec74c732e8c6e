// param id: string
MATCH (:Article {id: $id})-[m:MENTIONS]->(e:Entity)
RETURN e.id AS id, e.name AS name, e.type AS type, m.starts AS starts, m.ends AS ends
