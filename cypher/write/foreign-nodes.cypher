// Whether the label has nodes that others made: ours all have a digest.
MATCH (n:$$PRIMARY$$)
WHERE n.digest IS NULL
RETURN n.id AS id
LIMIT 1
