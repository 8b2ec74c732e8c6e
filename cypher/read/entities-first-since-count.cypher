// param since: string
MATCH (n:Entity)
WHERE n.firstDate >= $since OR (n.firstDate <> '' AND $since STARTS WITH n.firstDate)
RETURN count(n) AS count
