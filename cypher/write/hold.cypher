// Neo4j only, in a transaction that is always rolled back: who has it open writes, others wait.
MERGE (n:Article {id: ''})
SET n.digest = ''
