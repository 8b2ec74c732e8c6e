// Nodes without a digest are not ours.
MATCH (n:$$PRIMARY$$)
WHERE n.digest IS NOT NULL
RETURN n.id AS id, n.digest AS digest
