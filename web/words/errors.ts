/** What errors of the server are called in Chinese; in English their own message says it. */
export const ERRORS_ZH: Readonly<Record<string, string>> = {
  'query-timeout': '查询超过 30 秒,已停止。加上 LIMIT 或缩小范围。',
  'query-cancelled': '查询已停止。',
  'query-too-large': '结果太大,内存放不下。加上 LIMIT 或少取一些列。',
  'cypher-writes': '查询只能读,不能改动数据。',
  'cypher-forbidden': '这里不能用这条语句。',
  'cypher-syntax': '语法有误',
  'not-found': '没有这一项:数据可能重新读过了。',
  'bad-parameter': '参数不对。',
  'store-unreachable': '连不上 Neo4j:请检查 QUANMAI_STORE。',
  'store-auth': 'Neo4j 不接受用户名或密码:请检查 NEO4J_USERNAME 和 NEO4J_PASSWORD。',
  'store-lost': '图数据库断开了。稍候再试。',
  'store-closed': '图数据库已关闭。重新启动泉脉。',
  'too-large': '请求超过 1 MB。',
  internal: '服务出了错,日志里有原因。再试一次,不行就重新启动。',
}
