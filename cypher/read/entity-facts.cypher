// param id: string
MATCH (:Entity {id: $id})-[:HAS_FACT]->(f:Fact)-[:STATED_IN]->(s:Sentence)
RETURN f, s.id AS sentence
ORDER BY f.id
