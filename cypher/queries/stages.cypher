// title.zh: 各项目所处阶段
// title.en: The stage of each project
MATCH (entity:Entity)-[:HAS_STATUS]->(status:Status)-[:STATED_IN]->(sentence:Sentence)
RETURN entity.name AS name, status.status AS stage, status.date AS date, sentence.text AS sentence
ORDER BY name, stage, sentence, date
