UNWIND $rows AS row
MERGE (n:$$PRIMARY$$ {id: row.id})
SET n = row.properties
SET n:$$LABELS$$
