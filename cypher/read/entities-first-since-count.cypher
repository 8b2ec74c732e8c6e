// param since: string
MATCH (n:Entity)
WHERE n.firstDate >= $since
RETURN count(n) AS count
