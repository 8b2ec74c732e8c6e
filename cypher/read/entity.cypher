// param id: string
MATCH (n:Entity {id: $id})
RETURN n
