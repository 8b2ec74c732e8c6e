export const QUERY_WORDS = {
  run: { zh: '运行', en: 'Run' },
  running: { zh: '查询中…', en: 'Running…' },
  cancel: { zh: '停止', en: 'Stop' },
  rows: { zh: '行', en: 'rows' },
  saved: { zh: '已存查询', en: 'Saved queries' },
  cut: { zh: '只显示前 {n} 行', en: 'first {n} rows only' },
  showGraph: { zh: '在图上看', en: 'Show as graph' },
  cypher: { zh: 'Cypher 查询', en: 'Cypher query' },
  line: { zh: '第 {l} 行第 {c} 列', en: 'line {l}, column {c}' },
} as const
