// Entities that no article before this date mentions, the most written about first.
// param since: string
// param limit: integer
MATCH (n:Entity)
WHERE n.firstDate >= $since OR (n.firstDate <> '' AND $since STARTS WITH n.firstDate)
RETURN n.id AS id, n.name AS name, n.type AS type, n.articleCount AS articleCount
ORDER BY articleCount DESC, id
LIMIT $limit
