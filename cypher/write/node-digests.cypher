MATCH (n:$$PRIMARY$$)
RETURN n.id AS id, n.digest AS digest
