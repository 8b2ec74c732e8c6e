// title.zh: 某个实体与谁相连
// title.en: What an entity is connected with
// param entity: entity
MATCH (start:Entity {id: $entity})-[r]-(other:Entity)
RETURN start, r, other
ORDER BY r.id
LIMIT 200
