import type { RenderParams } from 'sigma/types'

/** What the programs read at every frame: changing it costs nothing but a frame. */
export interface Mood {
  /** Opacity (0…1) of what is not near or chosen. */
  dim: number
  paper: [number, number, number]
  accent: [number, number, number]
}

/** Tells a program where the camera is and how much is dimmed; what its shaders do not use is left out. */
export function setView(
  gl: WebGLRenderingContext,
  at: Record<string, WebGLUniformLocation>,
  { matrix, sizeRatio, correctionRatio }: RenderParams,
  { dim }: Mood,
): void {
  gl.uniformMatrix3fv(at.u_matrix ?? null, false, matrix)
  gl.uniform1f(at.u_sizeRatio ?? null, sizeRatio)
  gl.uniform1f(at.u_correctionRatio ?? null, correctionRatio)
  gl.uniform1f(at.u_dim ?? null, dim)
}

/** `#FBFAF7` as three numbers from 0 to 1. */
export function unitColour(hex: string): [number, number, number] {
  const n = Number.parseInt(hex.slice(1, 7), 16)
  return [(n >> 16) / 255, ((n >> 8) & 255) / 255, (n & 255) / 255]
}
