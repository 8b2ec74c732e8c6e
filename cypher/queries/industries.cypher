// title.zh: 各产业由谁聚焦
// title.en: Who focuses on which industry
MATCH (head:Entity)-[:FOCUSES_ON]->(industry:Industry)
WITH head, industry
ORDER BY head.name
WITH industry.name AS industry, collect(head.name) AS heads, count(head) AS total
RETURN industry, total, heads
ORDER BY total DESC, industry
