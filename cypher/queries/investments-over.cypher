// title.zh: 超过某个金额（亿元）的投资
// title.en: Investments over an amount (100 million yuan)
// param least: float = 10
MATCH (entity:Entity)-[:HAS_FACT]->(fact:Fact)-[:STATED_IN]->(sentence:Sentence)
WHERE fact.unit = '亿元' AND fact.value >= $least
RETURN entity, fact.metric AS metric, fact.value AS value, sentence.text AS sentence
ORDER BY value DESC, entity.id, metric, sentence
LIMIT 100
