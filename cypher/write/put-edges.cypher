UNWIND $rows AS row
MATCH (a:$$FROM$$ {id: row.from})
MATCH (b:$$TO$$ {id: row.to})
MERGE (a)-[r:$$TYPE$$]->(b)
SET r = row.properties
