// When these entities are written about first and last.
// param ids: list of strings
UNWIND $ids AS id
MATCH (n:Entity {id: id})
RETURN n.id AS id, n.firstDate AS first, n.lastDate AS last
