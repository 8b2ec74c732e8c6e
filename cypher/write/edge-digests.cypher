// Relationships without a digest are not ours.
MATCH ()-[r:$$TYPE$$]->()
WHERE r.digest IS NOT NULL
RETURN r.id AS id, r.digest AS digest
