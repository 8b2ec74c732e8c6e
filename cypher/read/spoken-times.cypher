// Of when sentences speak, and how many do.
MATCH (s:Sentence)
WHERE s.time <> ''
RETURN s.time AS time, count(s) AS count
ORDER BY time
