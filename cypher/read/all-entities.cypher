// Every entity, by id, some at a time.
// param after: string
// param limit: integer
MATCH (n:Entity)
WHERE n.id > $after
RETURN n.id AS id, n.name AS name, n.type AS type, n.aliases AS aliases, n.pinyin AS pinyin, n.initials AS initials, n.articleCount AS articleCount
ORDER BY id
LIMIT $limit
