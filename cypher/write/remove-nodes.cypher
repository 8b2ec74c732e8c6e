UNWIND $ids AS id
MATCH (n:$$PRIMARY$$ {id: id})
DETACH DELETE n
