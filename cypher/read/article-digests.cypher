// Every article with the digest of its content: whether the graph is as a run left it.
MATCH (a:Article)
RETURN a.id AS id, a.digest AS digest
ORDER BY id
