/** The stage's colours, as in tokens.css: WebGL knows no custom properties. */
export type Theme = 'light' | 'dark'

export const TONES = {
  light: {
    paper: '#FBFAF7',
    ink: '#1E2329',
    muted: '#5B6470',
    accent: '#0B6E78',
    line: '#E4E1DA',
    plain: '#7A828E',
  },
  dark: {
    paper: '#14171C',
    ink: '#E8EAED',
    muted: '#9AA4B2',
    accent: '#5CC8D4',
    line: '#2B313B',
    plain: '#98A1AE',
  },
} as const

export const FONT =
  '"Inter Variable", "PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans SC Variable", sans-serif'

/** `#1E2329` at an opacity from 0 to 1, as sigma reads it. */
export function withAlpha(hex: string, alpha: number): string {
  const n = Number.parseInt(hex.slice(1, 7), 16)
  return `rgba(${n >> 16},${(n >> 8) & 255},${n & 255},${Math.round(alpha * 1000) / 1000})`
}

/** Twelve hues for communities, apart from each other in both themes and for most eyes. */
const HUES = {
  light: [
    '#2F5FD0',
    '#B86A00',
    '#2E8B57',
    '#A8457F',
    '#0E7C8A',
    '#6D4FC2',
    '#C23B22',
    '#6E7F14',
    '#8B5E3C',
    '#3F7CAC',
    '#9A7400',
    '#D0549F',
  ],
  dark: [
    '#7FA6FF',
    '#FFB347',
    '#5FD08F',
    '#F08CC4',
    '#4FD3E3',
    '#B49BFF',
    '#FF7A5C',
    '#BFD04A',
    '#D2A679',
    '#8CC4EC',
    '#F2D24B',
    '#F7A1D3',
  ],
} as const
export const hueOf = (theme: Theme, community: number): string => HUES[theme][community] ?? TONES[theme].plain

/** From pale to strong, for a value from 0 to 1: one hue, so that it also reads in grey. */
export function rampOf(theme: Theme, value: number): string {
  const [from, to] = theme === 'light' ? ['#C9D8DA', '#063F46'] : ['#2A4A50', '#A6F0F7']
  const [a, b] = [from, to].map((hex) => Number.parseInt(hex!.slice(1), 16))
  const mix = (shift: number) =>
    Math.round(((a! >> shift) & 255) + (((b! >> shift) & 255) - ((a! >> shift) & 255)) * value)
  return `#${[16, 8, 0].map((shift) => mix(shift).toString(16).padStart(2, '0')).join('')}`
}
