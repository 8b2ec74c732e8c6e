// title.zh: 项目、园区、院所与企业服务于哪些战略
// title.en: What serves which strategy
MATCH (head:Entity)-[r:SERVES]->(strategy:Strategy)
RETURN head, r, strategy
ORDER BY r.articleCount DESC, head.name, r.id
LIMIT 100
