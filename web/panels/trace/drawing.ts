/** The lanes as marks: paths, shapes and words with their colours. Drawn on the page, into SVG and onto a canvas. */
import type { TraceResponse } from '../../../model/api.ts'
import {
  ENTITY_TYPES,
  type EntityType,
  SERVES,
  SERVES_LEVELS,
  servesLevels,
} from '../../../model/ontology.ts'
import { pathOf, shapeOf } from '../../scene/shapes.ts'
import { type Language, say, type Word } from '../../words/words.ts'
import { LANES, type Lane } from './lanes.ts'
import { type Box, type Layout, LINE, NOTE, type Ribbon, STONE } from './layout.ts'
import { fullStepWord } from './step-words.ts'
import { widthOf } from './text.ts'

export type Mark =
  | { kind: 'path'; d: string; stroke: string; width: number; dash: readonly number[]; opacity: number }
  | {
      kind: 'rect'
      x: number
      y: number
      width: number
      height: number
      radius: number
      fill: string
      stroke: string
      strokeWidth: number
      dash: readonly number[]
    }
  | {
      kind: 'circle'
      x: number
      y: number
      radius: number
      fill: string
      stroke: string
      strokeWidth: number
    }
  /** A closed path round 0,0 that stands at x, y; holes by the even-odd rule. */
  | { kind: 'shape'; d: string; x: number; y: number; fill: string }
  | {
      kind: 'text'
      x: number
      y: number
      text: string
      size: number
      weight: number
      fill: string
      anchor: 'start' | 'middle'
    }

/** Marks that belong together; with a target they can be chosen. */
export interface Item {
  key: string
  marks: Mark[]
  target?: { kind: 'box'; id: string } | { kind: 'stone'; ribbon: Ribbon }
  label?: string
}

export type Theme = 'light' | 'dark'
export const COLOURS = {
  light: {
    paper: '#FBFAF7',
    surface: '#FFFFFF',
    line: '#E4E1DA',
    text: '#1E2329',
    muted: '#5B6470',
    accent: '#0B6E78',
  },
  dark: {
    paper: '#14171C',
    surface: '#1B1F26',
    line: '#2B313B',
    text: '#E8EAED',
    muted: '#9AA4B2',
    accent: '#5CC8D4',
  },
} as const

const LANE_WORDS: Record<Lane, Word> = {
  0: 'laneCompanies',
  1: 'laneProjects',
  2: 'laneStrategies',
  3: 'laneLarger',
}
export const DASHES: Record<string, readonly number[]> = { solid: [], dashed: [9, 6], dotted: [1.5, 6] }
const GAP_DASH = [4, 4]

export function drawingOf(
  layout: Layout,
  trace: TraceResponse,
  chosen: string,
  theme: Theme,
  language: Language,
): Item[] {
  const colours = COLOURS[theme]
  const types = new Map(trace.entities.map((entity) => [entity.id, entity]))
  const headings: Mark[] = [
    ...LANES.map((lane) =>
      words(layout.laneX[lane], 18, say(language, LANE_WORDS[lane]), 12, colours.muted, 600),
    ),
    {
      kind: 'path',
      d: `M0,29.5 L${layout.width},29.5`,
      stroke: colours.line,
      width: 1,
      dash: [],
      opacity: 1,
    },
    ...layout.headings.map(({ text, x, y }) => words(x, y, text, 12, colours.muted, 600)),
  ]
  const open: Mark[] = layout.gaps.flatMap(({ x1, x2, y }): Mark[] => [
    {
      kind: 'path',
      d: `M${x1},${y} L${x2},${y}`,
      stroke: colours.muted,
      width: 1.5,
      dash: GAP_DASH,
      opacity: 1,
    },
    {
      kind: 'circle',
      x: x2 + 5,
      y,
      radius: 4.5,
      fill: colours.paper,
      stroke: colours.muted,
      strokeWidth: 1.5,
    },
    { ...words((x1 + x2) / 2 + 3, y - 7, say(language, 'noText'), 11, colours.muted), anchor: 'middle' },
  ])
  return [
    { key: 'headings', marks: headings },
    ...layout.ribbons.map((ribbon) => ({
      key: `r${ribbon.link.key}`,
      marks: [ribbonMark(ribbon, chosen, theme)],
    })),
    { key: 'open', marks: open },
    ...layout.boxes.map((box) => boxItem(box, types.get(box.id)!.type, trace, chosen, theme)),
    ...layout.ribbons.map((ribbon) => stoneItem(ribbon, chosen, theme, language)),
  ]
}

const words = (
  x: number,
  y: number,
  text: string,
  size: number,
  fill: string,
  weight = 400,
): Mark & { kind: 'text' } => ({
  kind: 'text',
  x,
  y,
  text,
  size,
  weight,
  fill,
  anchor: 'start',
})

const lineOf = ({ link }: Ribbon): keyof typeof DASHES =>
  link.step.level ? SERVES_LEVELS[link.step.level].line : 'solid'
const colourOf = ({ link }: Ribbon, theme: Theme): string =>
  link.step.relation === 'SERVES' ? SERVES.colour[theme] : COLOURS[theme].muted

function ribbonMark(ribbon: Ribbon, chosen: string, theme: Theme): Mark {
  const serves = ribbon.link.step.relation === 'SERVES'
  const here = chosen === ribbon.link.key || chosen === ribbon.link.from || chosen === ribbon.link.to
  const line = lineOf(ribbon)
  return {
    kind: 'path',
    d: ribbon.d,
    stroke: colourOf(ribbon, theme),
    width: ribbon.width,
    // dots as wide as the ribbon, round
    dash: line === 'dotted' ? [0.1, ribbon.width * 1.9] : DASHES[line]!.map((part) => part + ribbon.width),
    opacity: here ? 1 : serves ? 0.62 : 0.32,
  }
}

function boxItem(box: Box, type: EntityType, trace: TraceResponse, chosen: string, theme: Theme): Item {
  const colours = COLOURS[theme]
  const here = chosen === box.id
  const start = box.id === trace.from.id
  const text = box.gap ? colours.muted : colours.text
  const top = box.y + 8 + 13.5
  return {
    key: `b${box.id}`,
    target: { kind: 'box', id: box.id },
    label: [trace.entities.find(({ id }) => id === box.id)!.name, ...box.notes].join(' '),
    marks: [
      {
        kind: 'rect',
        x: box.x,
        y: box.y,
        width: box.width,
        height: box.height,
        radius: 6,
        fill: colours.surface,
        stroke: here || start ? colours.accent : colours.line,
        strokeWidth: here ? 3 : start ? 2 : 1,
        dash: box.gap ? GAP_DASH : [],
      },
      {
        kind: 'shape',
        d: pathOf(shapeOf(type), type === 'Person' ? 3.6 : 5.4),
        x: box.x + 16,
        y: top - 4.5,
        fill: ENTITY_TYPES[type][theme],
      },
      ...box.lines.map((line, i) => words(box.x + 30, top + i * LINE, line, 13, text, start ? 600 : 400)),
      ...box.notes.map((note, i) =>
        words(box.x + 30, top + box.lines.length * LINE - 1 + i * NOTE.line, note, NOTE.size, colours.muted),
      ),
    ],
  }
}

function stoneItem(ribbon: Ribbon, chosen: string, theme: Theme, language: Language): Item {
  const colours = COLOURS[theme]
  const { step, key } = ribbon.link
  const { x, y } = ribbon.stone
  const colour = colourOf(ribbon, theme)
  const count = String(step.articleCount)
  return {
    key: `s${key}`,
    target: { kind: 'stone', ribbon },
    label: `${step.from.name} ${fullStepWord(step, language)} ${step.to.name} · ${say(language, 'articlesOf', { n: step.articleCount })}`,
    marks: [
      {
        kind: 'circle',
        x,
        y,
        radius: STONE,
        fill: chosen === key ? colour : colours.surface,
        stroke: colour,
        strokeWidth: 1.5,
      },
      {
        ...words(x, y + 3.8, count, 11, chosen === key ? colours.surface : colours.text, 600),
        anchor: 'middle',
      },
    ],
  }
}

export interface KeyRow {
  name: string
  colour: string
  dash: readonly number[]
}
/** What the lines mean: SERVES by level, and all else. */
export const keyRows = (theme: Theme, language: Language): KeyRow[] => [
  ...servesLevels.map((level) => ({
    name: `${SERVES[language]} · ${SERVES_LEVELS[level][language]}`,
    colour: SERVES.colour[theme] as string,
    dash: DASHES[SERVES_LEVELS[level].line]!,
  })),
  { name: say(language, 'otherRelation'), colour: COLOURS[theme].muted, dash: [] },
]

/** The key as marks on one line, for a picture that stands alone. */
export function keyMarks(theme: Theme, language: Language): Mark[] {
  let x = 0
  return keyRows(theme, language).flatMap(({ name, colour, dash }): Mark[] => {
    const at = x
    x += 40 + widthOf(name, 12) + 24
    return [
      { kind: 'path', d: `M${at},0 L${at + 32},0`, stroke: colour, width: 3, dash, opacity: 1 },
      words(at + 40, 4, name, 12, COLOURS[theme].muted),
    ]
  })
}
