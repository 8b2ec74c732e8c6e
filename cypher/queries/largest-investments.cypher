// title.zh: 投资额最大的项目与园区
// title.en: Largest investments
MATCH (entity:Entity)-[:HAS_FACT]->(fact:Fact)
WHERE fact.unit CONTAINS '亿元'
RETURN entity.name AS name, fact.metric AS metric, fact.value AS value, fact.unit AS unit
ORDER BY value DESC, name, metric, unit
LIMIT 50
