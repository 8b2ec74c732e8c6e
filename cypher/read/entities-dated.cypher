// Entities that an article of one of these dates mentions.
// param dates: list of strings
MATCH (a:Article)-[:MENTIONS]->(e:Entity)
WHERE a.date IN $dates
RETURN DISTINCT e.id AS id
