// The most written about, of these types.
// param types: list of strings
// param limit: integer
MATCH (n:Entity)
WHERE n.type IN $types
RETURN n
ORDER BY n.articleCount DESC, n.mentionCount DESC, n.id
LIMIT $limit
