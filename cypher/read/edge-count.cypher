// Relations between entities.
MATCH (:Entity)-[r]->(:Entity)
RETURN count(r) AS count
