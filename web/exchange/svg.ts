import { HALO } from '../canvas/names.ts'
import { FONT } from '../scene/tones.ts'
import type { Drawing } from './drawing.ts'
import { escapeXml } from './escape.ts'

/** The drawing as an SVG document: names stay text. */
export function svgOf({ width, height, paper, ink, lines, shapes, texts }: Drawing): string {
  const dash = (dashes: number[]) =>
    dashes.length > 0 ? ` stroke-dasharray="${dashes.join(' ')}" stroke-linecap="round"` : ''
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${paper}"/>`,
    '<g fill="none">',
    ...lines.map(
      (l) =>
        `<path d="${l.path}" stroke="${escapeXml(l.colour)}" stroke-width="${l.width}"${dash(l.dashes)}/>`,
    ),
    ...lines.filter((l) => l.head).map((l) => `<path d="${l.head}" fill="${escapeXml(l.colour)}"/>`),
    '</g>',
    `<g stroke="${paper}" stroke-width="1.5" fill-rule="evenodd" paint-order="stroke">`,
    ...shapes.map(
      (s) => `<path transform="translate(${s.x} ${s.y})" d="${s.path}" fill="${escapeXml(s.colour)}"/>`,
    ),
    '</g>',
    `<g font-family="${escapeXml(FONT)}" font-size="12" fill="${ink}" stroke="${paper}" stroke-width="${HALO}" stroke-linejoin="round" paint-order="stroke">`,
    ...texts.map(
      (t) => `<text x="${t.x}" y="${t.y}" font-weight="${t.bold ? 600 : 500}">${escapeXml(t.text)}</text>`,
    ),
    '</g>',
    '</svg>',
  ].join('\n')
}
