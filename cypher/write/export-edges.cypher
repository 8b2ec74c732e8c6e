MATCH ()-[r:$$TYPE$$]->()
WHERE r.digest IS NOT NULL
RETURN r
ORDER BY r.id
SKIP $skip LIMIT $limit
