// title.zh: 某日以来的文章
// title.en: Articles since a date
// param since: string = 2024-01-01
MATCH (article:Article)
WHERE article.date >= $since
RETURN article.date AS date, article.source AS source, article.title AS title, article.entityCount AS entities
ORDER BY date DESC, title, source, entities
LIMIT 200
