// The files that articles come from.
// param limit: integer
MATCH (a:Article)
RETURN DISTINCT a.file AS file
ORDER BY file
LIMIT $limit
