/** Which properties nodes and relationships of the graph hold: what a query may ask for. docs/schema.md says what each means. */
import { type EdgeType, entityEdgeTypes, entityTypes, type NodeLabel } from './ontology.ts'

type Primary = 'Article' | 'Sentence' | 'Entity' | 'Fact' | 'Status'

/** By the label that every node of a kind has. */
export const NODE_PROPERTIES: Record<Primary, readonly string[]> = {
  Article: [
    'id',
    'title',
    'date',
    'source',
    'authors',
    'editors',
    'url',
    'file',
    'sentenceCount',
    'entityCount',
    'sourceCount',
    'sourceNames',
    'sourceTitles',
    'sourceDates',
    'sourceUrls',
    'sourceFiles',
  ],
  Sentence: ['id', 'article', 'index', 'paragraph', 'start', 'end', 'text', 'time'],
  Entity: [
    'id',
    'name',
    'type',
    'aliases',
    'reasons',
    'articleCount',
    'mentionCount',
    'firstDate',
    'lastDate',
    'pinyin',
    'initials',
  ],
  Fact: [
    'id',
    'metric',
    'value',
    'unit',
    'period',
    'bound',
    'comparison',
    'start',
    'end',
    'article',
    'sentence',
  ],
  Status: ['id', 'status', 'date', 'start', 'end', 'article', 'sentence'],
}

const STATED = [
  'evidence',
  'cueStarts',
  'cueEnds',
  'articles',
  'articleCount',
  'sentenceCount',
  'confidence',
  'rules',
] as const

export const EDGE_PROPERTIES: Partial<Record<EdgeType, readonly string[]>> = {
  MENTIONS: ['count', 'starts', 'ends'],
  ...Object.fromEntries(
    entityEdgeTypes.map((type) => [
      type,
      [...STATED, ...(type === 'SERVES' ? ['level', 'levels'] : ['modality', 'times', 'roles'])],
    ]),
  ),
}

/** The properties of a label or relationship type; none where it is no word of ours. */
export function propertiesOf(word: string): readonly string[] {
  if (word in EDGE_PROPERTIES) return EDGE_PROPERTIES[word as EdgeType]!
  if (word in NODE_PROPERTIES) return NODE_PROPERTIES[word as Primary]
  return entityTypes.some((type) => type === (word as NodeLabel)) ? NODE_PROPERTIES.Entity : []
}
