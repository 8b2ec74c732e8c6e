// What each article says, as the ingest keeps it: everything else of the graph derives from these.
MATCH (a:Article)
RETURN a.id AS id, a.record AS record
ORDER BY id
