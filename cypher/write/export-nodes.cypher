MATCH (n:$$PRIMARY$$)
WHERE n.digest IS NOT NULL
RETURN n
ORDER BY n.id
SKIP $skip LIMIT $limit
