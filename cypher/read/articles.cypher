// Newest first.
// param skip: integer
// param limit: integer
MATCH (a:Article)
RETURN a.id AS id, a.title AS title, a.date AS date, a.source AS source, a.entityCount AS entityCount, a.sourceNames AS printedBy
ORDER BY date DESC, id
SKIP $skip LIMIT $limit
