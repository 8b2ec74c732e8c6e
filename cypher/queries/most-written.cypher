// title.zh: 写得最多的实体
// title.en: Most written about
MATCH (entity:Entity)
RETURN entity.name AS name, entity.type AS type, entity.articleCount AS articles, entity.mentionCount AS mentions
ORDER BY articles DESC, mentions DESC, name, type
LIMIT 50
