/**
 * What errors of the server are called in Chinese, by code, or by code and `why` where one code has several messages;
 * {x} is one of their values. In English their own message says it.
 */
export const ERRORS_ZH: Readonly<Record<string, string>> = {
  'query-timeout': '查询超过 {seconds} 秒，已停止。加上 LIMIT 或缩小范围。',
  'query-cancelled': '查询已停止。',
  'query-too-large': '结果太大，内存放不下。加上 LIMIT 或少取一些列。',
  'cypher-writes': '查询只能读，不能改动数据；什么也没有改。文章用 npm run ingest 读入。',
  'cypher-forbidden/csv': '这里不能用 LOAD CSV：它会读文件和网址。请用 MATCH … RETURN 提问。',
  'cypher-forbidden/schema': '这条语句会改动图的结构，这里不能用。请用 MATCH … RETURN 提问。',
  'cypher-forbidden/command': '这是命令，不是提问，这里不能用。请用 MATCH … RETURN 提问。',
  'cypher-forbidden/show': '这里不能用 SHOW：它说的是数据库服务，不是图。请用 MATCH … RETURN 提问。',
  'cypher-forbidden/escapes': '转义字符只能写在字符串里。',
  'cypher-forbidden/several': '一次只能运行一条查询。',
  'cypher-forbidden/procedure': '这里不能调用过程 {name}。请用 MATCH … RETURN 提问。',
  'cypher-forbidden/operator': '这条查询会越出图外（{name}），这里不能用。请用 MATCH … RETURN 提问。',
  'cypher-syntax': '数据库不接受这条查询。',
  'not-found/entity': '没有这一项（实体 {id}）：数据可能重新读过了。',
  'not-found/article': '没有这一项（文章 {id}）：数据可能重新读过了。',
  'not-found/view': '没有叫“{id}”的视图：可能已经删了。',
  'not-found/query': '没有叫“{id}”的查询：可能已经删了。',
  'not-found/path': '这里什么也没有：{path}',
  'no-such-route': '服务没有 {method} {path} 这个接口：页面和服务可能不是同一版，刷新试试。',
  'bad-parameter': '参数 {name} 的值不对。',
  'bad-parameter/more': '参数 {name} 太大或太长：最多 {bound}。',
  'bad-parameter/less': '参数 {name} 太小或没填：至少 {bound}。',
  'bad-request': '服务看不懂这个请求。',
  'not-json': '请求必须是 JSON。',
  'foreign-host':
    '服务只应答本机，不应答“{hostname}”。请打开 http://127.0.0.1，或用 HOST 指定别人可用的地址。',
  'store-lost': '图数据库断开了。稍候再试。',
  'store-unreachable':
    '连不上 {address} 的 Neo4j。请看看它是否在运行、QUANMAI_STORE 是否写对；它一恢复，这里就会接上。',
  'store-auth':
    '{address} 的 Neo4j 不接受用户名或密码。请检查 NEO4J_USERNAME 和 NEO4J_PASSWORD，再重新启动泉脉。',
  'store-database': '{address} 的 Neo4j 里没有这个数据库。请检查 NEO4J_DATABASE。',
  'store-read-only': '{address} 的 Neo4j 不许这个用户写入。请检查 NEO4J_USERNAME 和 NEO4J_DATABASE。',
  'store-closed': '图数据库已关闭。重新启动泉脉。',
  'bad-views': '存视图的文件 {path} 读不了：修好或移走它。',
  'bad-queries': '存查询的文件 {path} 读不了：修好或移走它。',
  'too-many-views': '已存了 {most} 个视图。先删掉没人用的。',
  'too-many-queries': '已存了 {most} 个查询。先删掉没人用的。',
  'too-large': '请求超过 1 MB。',
  internal: '服务出了错，日志里有原因。再试一次，不行就重新启动。',
}
