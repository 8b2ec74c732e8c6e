// What these articles say, as the ingest keeps it: everything else of the graph derives from these.
UNWIND $ids AS id
MATCH (a:Article {id: id})
RETURN a.id AS id, a.record AS record
ORDER BY id
