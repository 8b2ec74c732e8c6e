MATCH (n:$$PRIMARY$$)
RETURN n
ORDER BY n.id
SKIP $skip LIMIT $limit
