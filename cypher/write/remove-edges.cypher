UNWIND $froms AS from
MATCH (a:$$FROM$$ {id: from})-[r:$$TYPE$$]->()
WHERE r.id IN $ids
DELETE r
