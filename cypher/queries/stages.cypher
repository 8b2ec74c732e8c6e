// title.zh: 各项目所处阶段
// title.en: The stage of each project
MATCH (entity:Entity)-[:HAS_STATUS]->(status:Status)-[:STATED_IN]->(sentence:Sentence)
RETURN entity, status.status AS stage, status.date AS date, sentence.text AS sentence
ORDER BY entity.name, entity.id, stage, sentence, date
