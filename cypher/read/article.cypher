// param id: string
MATCH (a:Article {id: $id})
RETURN a
