/** A whole graph as columns in one block of bytes: what travels instead of JSON objects where there are thousands of edges. */
import {
  type EntityEdgeType,
  type EntityType,
  entityEdgeTypes,
  entityTypes,
  type ServesLevel,
  servesLevels,
} from './ontology.ts'

/** Nodes by index; edges by the indexes of their ends. */
export interface GraphColumns {
  ids: string[]
  names: string[]
  types: EntityType[]
  /** At most 255. */
  articleCounts: Uint8Array
  x: Float32Array
  y: Float32Array
  from: Uint32Array
  to: Uint32Array
  relations: EntityEdgeType[]
  levels: (ServesLevel | '')[]
}

const MAGIC = 0x31434d51 // "QMC1"
const STEPS = 65_535

/** Relation and level in one byte. */
const CODES = entityEdgeTypes.flatMap((relation): { relation: EntityEdgeType; level: ServesLevel | '' }[] =>
  relation === 'SERVES'
    ? (['', ...servesLevels] as const).map((level) => ({ relation, level }))
    : [{ relation, level: '' }],
)
const codeOf = new Map(CODES.map(({ relation, level }, i) => [relation + level, i]))

class Bytes {
  #buffer = new Uint8Array(1 << 16)
  #length = 0
  push(byte: number): void {
    if (this.#length === this.#buffer.length) {
      const larger = new Uint8Array(this.#buffer.length * 2)
      larger.set(this.#buffer)
      this.#buffer = larger
    }
    this.#buffer[this.#length++] = byte
  }
  /** Seven bits a byte, the lowest first. */
  varint(n: number): void {
    let rest = n
    while (rest >= 128) {
      this.push((rest & 127) | 128)
      rest = Math.floor(rest / 128)
    }
    this.push(rest)
  }
  get bytes(): Uint8Array {
    return this.#buffer.subarray(0, this.#length)
  }
}

/**
 * Magic, numbers of nodes and edges, bounds of the places; then ids, names, types, article counts, places (16 bits),
 * and for every node the edges that start at it: how many, then ends as steps from the one before, and kinds.
 * Edges must be sorted by `from`, then `to`.
 */
export function encodeColumns(columns: GraphColumns): Uint8Array<ArrayBuffer> {
  const { ids, names, types, articleCounts, x, y, from, to, relations, levels } = columns
  const text = new TextEncoder()
  const texts = [ids, names].map((list) =>
    text.encode(list.map((item) => item.replaceAll('\n', ' ')).join('\n')),
  )
  const bounds = [boundsOf(x), boundsOf(y)]
  const places = [x, y].map((column, axis) => {
    const [low, high] = bounds[axis]!
    return Uint16Array.from(column, (value) =>
      Math.round(((value - low) / Math.max(1e-6, high - low)) * STEPS),
    )
  })
  const ends = new Bytes()
  let edge = 0
  for (let node = 0; node < ids.length; node++) {
    let last = edge
    while (last < from.length && from[last] === node) last++
    ends.varint(last - edge)
    let before = 0
    for (; edge < last; edge++) {
      ends.varint(to[edge]! - before)
      before = to[edge]!
    }
  }
  const kinds = Uint8Array.from(
    relations,
    (relation, i) => codeOf.get(relation + levels[i]!) ?? codeOf.get(relation)!,
  )
  const head = new ArrayBuffer(4 + 4 * 5 + 4 * 4)
  const view = new DataView(head)
  for (const [i, n] of [
    MAGIC,
    ids.length,
    from.length,
    texts[0]!.length,
    texts[1]!.length,
    ends.bytes.length,
  ].entries())
    view.setUint32(i * 4, n, true)
  for (const [i, n] of bounds.flat().entries()) view.setFloat32(24 + i * 4, n, true)
  const parts = [
    new Uint8Array(head),
    texts[0]!,
    texts[1]!,
    Uint8Array.from(types, (type) => entityTypes.indexOf(type)),
    articleCounts,
    // low bytes, then high ones: the high ones hardly change and pack well
    ...places.flatMap((column) => [
      Uint8Array.from(column, (v) => v & 255),
      Uint8Array.from(column, (v) => v >> 8),
    ]),
    ends.bytes,
    kinds,
  ]
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

function boundsOf(column: Float32Array): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of column) {
    if (value < low) low = value
    if (value > high) high = value
  }
  return column.length > 0 ? [low, high] : [0, 0]
}

/** @throws RangeError where the bytes are none of ours */
export function decodeColumns(bytes: Uint8Array): GraphColumns {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 40 || view.getUint32(0, true) !== MAGIC) throw new RangeError('no columns of a graph')
  const [nodes, edges, idBytes, nameBytes, endBytes] = [1, 2, 3, 4, 5].map((i) =>
    view.getUint32(i * 4, true),
  ) as [number, number, number, number, number]
  let at = 40
  const take = (length: number): Uint8Array => {
    if (at + length > bytes.length) throw new RangeError('the columns are cut off')
    const part = bytes.subarray(at, at + length)
    at += length
    return part
  }
  const list = (length: number): string[] => {
    const text = new TextDecoder().decode(take(length))
    return nodes === 0 ? [] : text.split('\n')
  }
  const [ids, names] = [list(idBytes), list(nameBytes)]
  const types = Array.from(take(nodes), (code) => entityTypes[code]!)
  const articleCounts = take(nodes)
  const [x, y] = [0, 1].map((axis) => {
    const [low, high] = [view.getFloat32(24 + axis * 8, true), view.getFloat32(28 + axis * 8, true)]
    const [lows, highs] = [take(nodes), take(nodes)]
    return Float32Array.from(lows, (byte, i) => low + ((byte + highs[i]! * 256) / STEPS) * (high - low))
  }) as [Float32Array, Float32Array]
  const ends = take(endBytes)
  let read = 0
  const varint = (): number => {
    let [value, factor] = [0, 1]
    for (;;) {
      const byte = ends[read++]!
      value += (byte & 127) * factor
      if (byte < 128) return value
      factor *= 128
    }
  }
  const [from, to] = [new Uint32Array(edges), new Uint32Array(edges)]
  for (let node = 0, edge = 0; node < nodes; node++) {
    let before = 0
    for (let left = varint(); left > 0; left--, edge++) {
      before += varint()
      from[edge] = node
      to[edge] = before
    }
  }
  const kinds = take(edges)
  return {
    ids,
    names,
    types,
    articleCounts,
    x,
    y,
    from,
    to,
    relations: Array.from(kinds, (code) => CODES[code]!.relation),
    levels: Array.from(kinds, (code) => CODES[code]!.level),
  }
}
