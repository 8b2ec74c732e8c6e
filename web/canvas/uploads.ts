import type { ProgramInfo } from 'sigma/rendering'

type ProgramClass = new (
  // biome-ignore lint/suspicious/noExplicitAny: TypeScript wants any[] of a mixin's constructor
  ...args: any[]
) => {
  array: Float32Array
  isInstanced: boolean
  constantArray: Float32Array
  STRIDE: number
  ATTRIBUTES_ITEMS_COUNT: number
  ATTRIBUTES: { name: string; size: number; type: number; normalized?: boolean }[]
  CONSTANT_ATTRIBUTES: { name: string; size: number; type: number; normalized?: boolean }[]
  reallocate(capacity: number): void
}

/** WebGL's number for it. */
const UNSIGNED_BYTE = 0x1401
/** Of more changed items than this all are sent at once: one large copy is quicker than many small ones. */
const MOST_CHANGED = 2_000
/** Items that did not change and are sent along, so that two stretches are one. */
const GAP = 16

/** Stretches of items that cover these, each as first and last: few and long. */
export function stretchesOf(changed: Iterable<number>): [number, number][] {
  const stretches: [number, number][] = []
  for (const at of [...new Set(changed)].sort((a, b) => a - b)) {
    const last = stretches.at(-1)
    if (last && at - last[1] <= GAP) last[1] = at
    else stretches.push([at, at])
  }
  return stretches
}

/** How many numbers stand before the mark; four bytes are one number. */
function markIn(attributes: readonly { name: string; size: number; type: number }[]): number {
  let before = 0
  for (const { name, size, type } of attributes) {
    if (name === 'a_mark') return before
    before += type === UNSIGNED_BYTE ? size / 4 : size
  }
  throw new Error('The program has no marks.')
}

/** Sends to the graphics card what changed of a program's array, not all of it at every frame as sigma does: half a million lines are 24 MB. */
export function uploadsChanges<T extends ProgramClass>(Base: T): T {
  class UploadsChanges extends Base {
    /** By program, which items have changed since it was sent all; a program that is not here was never sent. */
    readonly #changed = new Map<string, Set<number>>()

    override reallocate(capacity: number): void {
      super.reallocate(capacity)
      this.#changed.clear()
    }
    #note(item: number): void {
      for (const [name, changed] of this.#changed) {
        changed.add(item)
        if (changed.size > MOST_CHANGED) this.#changed.delete(name)
      }
    }
    /** Sets or clears one bit of an item's mark, in each of its vertices. */
    flag(item: number, bit: number, on: boolean): void {
      const { array, ATTRIBUTES, ATTRIBUTES_ITEMS_COUNT, STRIDE } = this
      const end = (item + 1) * STRIDE
      for (let at = item * STRIDE + markIn(ATTRIBUTES); at < end; at += ATTRIBUTES_ITEMS_COUNT)
        array[at] = on ? array[at]! | bit : array[at]! & ~bit
      this.#note(item)
    }
    process(...args: unknown[]): void {
      this.#note(args[1] as number)
      const inherited = Base.prototype as { process(...args: unknown[]): void }
      inherited.process.apply(this, args)
    }
    protected bindProgram(program: ProgramInfo): void {
      const gl = program.gl as WebGL2RenderingContext
      const inherited = this as unknown as {
        bindAttribute(attribute: object, program: ProgramInfo, offset: number, divide?: boolean): number
      }
      const changed = this.#changed.get(program.name)
      if (this.isInstanced) {
        gl.bindBuffer(gl.ARRAY_BUFFER, program.constantBuffer)
        let offset = 0
        for (const attribute of this.CONSTANT_ATTRIBUTES)
          offset += inherited.bindAttribute(attribute, program, offset, false)
        if (!changed) gl.bufferData(gl.ARRAY_BUFFER, this.constantArray, gl.STATIC_DRAW)
      }
      gl.bindBuffer(gl.ARRAY_BUFFER, program.buffer)
      let offset = 0
      for (const attribute of this.ATTRIBUTES)
        offset += inherited.bindAttribute(attribute, program, offset, this.isInstanced)
      if (!changed) gl.bufferData(gl.ARRAY_BUFFER, this.array, gl.DYNAMIC_DRAW)
      else
        for (const [first, last] of stretchesOf(changed)) {
          const from = first * this.STRIDE
          const length = (last - first + 1) * this.STRIDE
          gl.bufferSubData(gl.ARRAY_BUFFER, from * this.array.BYTES_PER_ELEMENT, this.array, from, length)
        }
      gl.bindBuffer(gl.ARRAY_BUFFER, null)
      this.#changed.set(program.name, new Set())
    }
  }
  return UploadsChanges
}
