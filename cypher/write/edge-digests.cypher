MATCH ()-[r:$$TYPE$$]->()
RETURN r.id AS id, r.digest AS digest
