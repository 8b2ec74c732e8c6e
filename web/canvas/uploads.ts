import type { ProgramInfo } from 'sigma/rendering'

type ProgramClass = new (
  // biome-ignore lint/suspicious/noExplicitAny: TypeScript wants any[] of a mixin's constructor
  ...args: any[]
) => {
  array: Float32Array
  isInstanced: boolean
  constantArray: Float32Array
  ATTRIBUTES: { name: string; size: number; type: number; normalized?: boolean }[]
  CONSTANT_ATTRIBUTES: { name: string; size: number; type: number; normalized?: boolean }[]
  reallocate(capacity: number): void
}

/** Sends a program's array to the graphics card when it changed, not at every frame as sigma does: half a million lines are 24 MB. */
export function uploadsOnce<T extends ProgramClass>(Base: T): T {
  class UploadsOnce extends Base {
    readonly #clean = new Set<string>()

    override reallocate(capacity: number): void {
      super.reallocate(capacity)
      this.#clean.clear()
    }
    process(...args: unknown[]): void {
      this.#clean.clear()
      const inherited = Base.prototype as { process(...args: unknown[]): void }
      inherited.process.apply(this, args)
    }
    protected bindProgram(program: ProgramInfo): void {
      const gl = program.gl as WebGL2RenderingContext
      const inherited = this as unknown as {
        bindAttribute(attribute: object, program: ProgramInfo, offset: number, divide?: boolean): number
      }
      const upload = !this.#clean.has(program.name)
      if (this.isInstanced) {
        gl.bindBuffer(gl.ARRAY_BUFFER, program.constantBuffer)
        let offset = 0
        for (const attribute of this.CONSTANT_ATTRIBUTES)
          offset += inherited.bindAttribute(attribute, program, offset, false)
        if (upload) gl.bufferData(gl.ARRAY_BUFFER, this.constantArray, gl.STATIC_DRAW)
      }
      gl.bindBuffer(gl.ARRAY_BUFFER, program.buffer)
      let offset = 0
      for (const attribute of this.ATTRIBUTES)
        offset += inherited.bindAttribute(attribute, program, offset, this.isInstanced)
      if (upload) gl.bufferData(gl.ARRAY_BUFFER, this.array, gl.DYNAMIC_DRAW)
      gl.bindBuffer(gl.ARRAY_BUFFER, null)
      this.#clean.add(program.name)
    }
  }
  return UploadsOnce
}
