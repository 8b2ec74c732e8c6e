import { type Layout, neighboursOf } from './layout.ts'

/** One ring, types side by side; within a type neighbours stand near each other. */
export const circle: Layout = (input) => {
  const count = input.ids.length
  const near = neighboursOf(input)
  const kinds = [...new Set(input.types)].sort()
  let order = input.ids
    .map((_, i) => i)
    .sort(
      (a, b) =>
        kinds.indexOf(input.types[a]!) - kinds.indexOf(input.types[b]!) || near[b]!.length - near[a]!.length,
    )
  for (let sweep = 0; sweep < 6; sweep++) {
    const at = new Map(order.map((node, i) => [node, (i / count) * Math.PI * 2]))
    const pull = order.map((node) => {
      let [sx, sy] = [0, 0]
      for (const other of near[node]!) {
        sx += Math.cos(at.get(other)!)
        sy += Math.sin(at.get(other)!)
      }
      const own = at.get(node)!
      // the mean direction of the neighbours, measured from the node's own
      return near[node]!.length === 0
        ? 0
        : Math.atan2(Math.sin(Math.atan2(sy, sx) - own), Math.cos(Math.atan2(sy, sx) - own))
    })
    const score = new Map(order.map((node, i) => [node, at.get(node)! + pull[i]! / 2]))
    order = [...order].sort(
      (a, b) =>
        kinds.indexOf(input.types[a]!) - kinds.indexOf(input.types[b]!) ||
        score.get(a)! - score.get(b)! ||
        a - b,
    )
  }
  const girth = input.sizes.reduce((sum, size) => sum + size * 2 + 10, 0)
  const radius = Math.max(120, girth / (Math.PI * 2))
  const [x, y] = [new Float64Array(count), new Float64Array(count)]
  let along = 0
  for (const i of order) {
    along += input.sizes[i]! + 5
    const angle = Math.PI / 2 - (along / girth) * Math.PI * 2
    x[i] = Math.cos(angle) * radius
    y[i] = Math.sin(angle) * radius
    along += input.sizes[i]! + 5
  }
  return { x, y, guides: [] }
}
