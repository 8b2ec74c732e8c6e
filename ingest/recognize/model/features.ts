/** What is seen of each word and of each stretch, as numbers: templates by the fields that they go by. */
import type { Paragraph } from '../../../model/article.ts'
import { each, groupOf, when } from '../../learned/templates.ts'

/** Of a word a: of p and r before it, q and s behind it. `word-fields.ts` fills them in this order. */
export const WORD_FIELDS = [
  'a.word',
  'a.tag',
  'a.first',
  'a.last',
  'a.shape',
  'a.flags',
  'a.listed',
  'a.within',
  'a.head',
  'a.headType',
  'p.word',
  'p.tag',
  'p.last',
  'p.shape',
  'p.listed',
  'p.within',
  'q.word',
  'q.tag',
  'q.first',
  'q.shape',
  'q.listed',
  'q.within',
  'r.word',
  's.word',
  'kind',
  'nextHead',
  'lastVerb',
  'closing',
] as const

const words = (specs: Parameters<typeof groupOf>[1]) => groupOf(WORD_FIELDS, specs)

/** What mostly comes again: the sums are kept. */
export const WORD_KEPT = [
  words({ 0: '', 8: 'a.tag', 18: 'a.listed a.shape', 24: 'a.within a.tag', 33: 'kind a.tag' }),
  words({ 9: 'p.tag a.tag', 19: 'p.listed a.listed a.tag' }),
  words({
    10: 'a.tag q.tag',
    20: 'a.listed q.listed q.tag',
    22: 'a.flags a.tag q.tag',
    26: 'a.headType q.tag',
  }),
  words({ 23: 'a.within p.within q.within', 36: 'a.shape p.shape q.shape', 40: 'closing' }),
  words({ 30: 'lastVerb', 32: 'lastVerb a.headType' }),
]

/** What a word says alone, of itself and of those up to two places from it: kept by word. */
export const WORD_ALONE = words({ 1: 'a.word', 2: 'p.word', 3: 'q.word', 6: 'r.word', 7: 's.word' })
/** Where their words stand. */
export const ALONE_AT = [0, -1, 1, -2, 2] as const

/** What is looked up each time. */
export const WORD_EACH = words({
  4: 'p.word a.word',
  5: 'a.word q.word',
  11: 'p.tag a.tag q.tag',
  14: 'a.last a.tag',
  15: 'a.first a.tag',
  16: 'a.last q.word',
  17: 'p.last a.tag',
  25: 'a.head',
  27: 'a.headType q.word',
  28: 'nextHead a.tag',
  34: 'p.word a.headType',
  38: 'p.last a.first',
  39: 'a.last q.first',
})

/** Of a stretch from word a to word z, with p before and q behind it. `stretch-fields.ts` fills them in this order. */
export const STRETCH_FIELDS = [
  /** Words, up to 8, 4 and 5. */
  'length',
  'length4',
  'short',
  /** Characters, in classes. */
  'size',
  'size4',
  'size5',
  'size7',
  'type',
  'head',
  'end',
  'two',
  'a.first',
  'a.listed',
  'text',
  'tags',
  'p.word',
  'p.tag',
  'q.word',
  'q.tag',
  'lastVerb',
  'nextVerb',
  'inner',
  'listing',
  'before',
  'before.same',
  'before.type',
  'behind',
  'behind.same',
  'behind.type',
  'quoted',
  'quoted.word',
  'quoted.last',
  /** Of the whole article. */
  'times',
  'titled',
  'inTitle',
  'chosenBits',
  'beginBits',
  'endBits',
  /** Of the rules. */
  'here',
  'nowhere',
  'chosen',
  'unchosen',
  'crossed',
] as const

const stretches = (specs: Parameters<typeof groupOf>[1]) => groupOf(STRETCH_FIELDS, specs)

/** What mostly comes again: the sums are kept. */
export const STRETCH_KEPT = [
  stretches({ 100: 'length', 101: 'size type', 102: 'a.listed type length4' }),
  stretches({
    107: when('nowhere', ''),
    143: 'times here size4',
    144: 'times type',
    145: when('titled', 'inTitle type'),
    149: 'chosen here',
    150: when('unchosen', 'crossed here'),
  }),
  // what rules choose elsewhere
  stretches({
    146: each('chosenBits', 'here'),
    147: each('beginBits', 'here'),
    148: each('endBits', 'here'),
  }),
]

/** What is looked up each time. */
export const STRETCH_EACH = stretches({
  103: 'a.listed head',
  104: when('short', 'text'),
  105: when('quoted', 'quoted type'),
  120: 'end',
  121: 'end two',
  122: 'end two size7',
  123: 'a.first size5',
  126: 'p.word end',
  127: 'q.word end',
  128: 'p.word type',
  129: 'q.word type',
  130: 'p.tag q.tag type',
  131: 'p.word q.word',
  133: when('short', 'tags'),
  135: 'lastVerb type',
  137: when('listing', 'listing'),
  138: when('listing', 'listing type'),
  139: when('before', 'before.same before.type type'),
  140: when('behind', 'behind.same behind.type type'),
  141: when('quoted', 'quoted quoted.word'),
  142: when('quoted', 'quoted quoted.last'),
  151: 'nextVerb type',
  153: 'inner',
})

export const KINDS: Record<Paragraph['kind'], number> = { title: 0, heading: 1, body: 2, aside: 2 }
