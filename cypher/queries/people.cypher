// title.zh: 人物与任职
// title.en: People and their offices
MATCH (person:Person)-[r:WORKS_FOR]->(employer:Entity)
RETURN person, r, employer
ORDER BY person.name, r.id
LIMIT 100
