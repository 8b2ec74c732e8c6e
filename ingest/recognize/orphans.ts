/** A word between a hard edge and where a name seems to begin is the name's first: 签约|明月|海洋科技园, 、|千|龙湖渔业基地. */
import type { EntityType } from '../../model/ontology.ts'
import { COMMON } from '../lexicon/heads.ts'
import { APPOSITIVES, FRAMES, NOMINAL } from '../lexicon/verbs.ts'
import type { Candidate } from './candidate.ts'
import type { Unit, View } from './view.ts'

const LONG: ReadonlySet<EntityType> = new Set(['Park', 'Project', 'Institute', 'Company', 'Place'])
const EDGE = /^[\s、,，。；;：:!?！？…"'“”‘’（()）《》—]+$/
const WHEN =
  /^(?:今|昨|明[年天日]|去|前|近|当|上午|下午|傍晚|清晨|凌晨|盛|初|深|周|月[底初]|年[底初内中]|早|晚|夜|午)|[年日时期天]$|[一二三四五六七八九十]月$/
/** Words for people, sides and what introduces: they stand beside a name. */
const BESIDE = /[员师者家人长生位边侧面方来是内外里上下中时后前间们些样般]$/

/** Where the name begins with the word that it left behind. */
export function orphanStart(view: View, c: Candidate): number {
  if (!LONG.has(c.type) || (c.type === 'Place' && c.end - c.start < 5)) return c.start
  const i = view.unitAt(c.start)
  const first = view.units[i]
  const before = view.units[i - 1]
  if (!first || first.start !== c.start || !before || before.end !== c.start) return c.start
  if (!isOrphan(before, first)) return c.start
  const farther = view.units[i - 2]
  const edge =
    !farther ||
    farther.end !== before.start ||
    EDGE.test(farther.text) ||
    FRAMES.has(farther.text) ||
    /^(?:v$|p|c|u|r)/.test(farther.tag)
  return edge ? before.start : c.start
}

function isOrphan(unit: Unit, next: Unit): boolean {
  const { text, tag } = unit
  if (!/^[\p{Script=Han}]{1,2}$/u.test(text)) return false
  if (unit.listed) return unit.listed === 'Company' && next.listed === 'Company'
  if (FRAMES.has(text) || NOMINAL.has(text) || COMMON.has(text) || APPOSITIVES.has(text)) return false
  if (/^[经成至到沿与和及从由向对在为被将以把让使给距靠近跨过是有于往则也都同叫称建离抵]$/.test(text))
    return false
  if (BESIDE.test(text) || /^[一二三四五六七八九十两]大/.test(text) || /^[省市区县镇村乡州旗]/.test(text))
    return false
  if (/^t/.test(tag)) return text.length === 2 && !WHEN.test(text)
  if (/^m/.test(tag)) return /^[千万百]$/.test(text)
  return text.length === 2 ? /^(?:n|nz|nr|x|a|z|l|i|j)$/.test(tag) : /^(?:n|ng|g|zg|a|nr|x|j|z)$/.test(tag)
}
