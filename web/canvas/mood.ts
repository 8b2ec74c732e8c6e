/** What the programs read at every frame: changing it costs nothing but a frame. */
export interface Mood {
  /** Opacity (0…1) of what is not near or chosen. */
  dim: number
  paper: [number, number, number]
  accent: [number, number, number]
}

/** `#FBFAF7` as three numbers from 0 to 1. */
export function unitColour(hex: string): [number, number, number] {
  const n = Number.parseInt(hex.slice(1, 7), 16)
  return [(n >> 16) / 255, ((n >> 8) & 255) / 255, (n & 255) / 255]
}
