/** Features are numbers: 32 bits made of a template's number and of what stands in it. */

const BASIS = 0x811c9dc5
const PRIME = 0x01000193

/** FNV-1a over UTF-16 units; `h` is the hash of what stands before them. */
export function hashOf(text: string, h = BASIS, from = 0, to = text.length): number {
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), PRIME)
  return h | 0
}

/** Mixes up to three numbers into one. */
export const mix = (template: number, a: number, b = 0, c = 0): number => mixed(seedOf(template), a, b, c)

/** What a template's number brings to a mixture. */
export const seedOf = (template: number): number => Math.imul(template + 0x9e3779b9, 0x85ebca6b)

export function mixed(seed: number, a: number, b: number, c: number): number {
  let h = seed ^ a
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) ^ b
  h = Math.imul(h ^ (h >>> 13), 0x297a2d39) ^ c
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  return (h ^ (h >>> 15)) | 0
}

/** Numbers in a row that grows. */
export class Row {
  data = new Int32Array(1024)
  size = 0
  push(x: number): void {
    if (this.size === this.data.length) {
      const more = new Int32Array(this.size * 2)
      more.set(this.data)
      this.data = more
    }
    this.data[this.size++] = x
  }
}
