MATCH (e:Entity)
WITH count(e) AS entities, sum(e.mentionCount) AS mentions
OPTIONAL MATCH (a:Article)
RETURN entities, mentions, count(a) AS articles
