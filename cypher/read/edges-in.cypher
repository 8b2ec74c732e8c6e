// Relations of these types that end at these entities, with their other ends' types.
// param ids: list of strings
// param types: list of strings
UNWIND $ids AS id
MATCH (a:Entity {id: id})<-[r]-(b:Entity)
WHERE type(r) IN $types
RETURN r, b.id AS id, b.name AS name, b.type AS type, b.articleCount AS articleCount
