// title.zh: 断链：没有文本与战略相连的项目
// title.en: Gaps: projects that no text ties to a strategy
MATCH (project:Project)
WHERE NOT (project)-[:SERVES]->(:Strategy)
RETURN project.name AS project, project.articleCount AS articles
ORDER BY articles DESC, project
