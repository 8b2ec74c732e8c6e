/** What `start` gives for each item, in the items' order, while at most `count` are under way. */
export async function* ahead<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  count: number,
  start: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const waiting: Promise<R>[] = []
  for await (const item of items) {
    const result = start(item)
    // it is awaited in its turn; until then its failure is no one's
    result.catch(() => {})
    waiting.push(result)
    if (waiting.length >= Math.max(1, count)) yield await waiting.shift()!
  }
  for (const result of waiting) yield await result
}
