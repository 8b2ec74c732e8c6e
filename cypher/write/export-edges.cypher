MATCH ()-[r:$$TYPE$$]->()
RETURN r
ORDER BY r.id
SKIP $skip LIMIT $limit
