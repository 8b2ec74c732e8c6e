// param id: string
MATCH (:Entity {id: $id})-[:HAS_STATUS]->(t:Status)-[:STATED_IN]->(s:Sentence)
RETURN t, s.id AS sentence
ORDER BY t.id
