// title.zh: 谁与谁合作
// title.en: Who cooperates with whom
MATCH (a:Entity)-[r:COOPERATES_WITH]->(b:Entity)
RETURN a, r, b
ORDER BY r.articleCount DESC, r.id
LIMIT 100
