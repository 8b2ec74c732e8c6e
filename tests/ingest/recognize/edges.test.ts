import { describe, expect, it } from 'vitest'
import { lexicon } from '../../../ingest/lexicon/lexicon.ts'
import { alone } from '../../../ingest/recognize/edges.ts'
import type { EntityType } from '../../../model/ontology.ts'

/** What becomes of the name that stands between 〔 and 〕. */
function partsOf(marked: string, type: EntityType): string[] {
  const start = marked.indexOf('〔')
  const end = marked.indexOf('〕') - 1
  const text = marked.replace(/[〔〕]/g, '')
  return alone(text, { start, end, type, confidence: 0.8, rule: 'learned' }, lexicon()).map(
    (c) => `${text.slice(c.start, c.end)}:${c.type}`,
  )
}

describe('a name that ran into what stands beside it', () => {
  it.each<[string, EntityType, string[]]>([
    ['〔株洲市荷塘区青石工业园〕投产。', 'Park', ['株洲市:Place', '荷塘区:Place', '青石工业园:Park']],
    ['〔青石市云江区产业园〕投产。', 'Park', ['青石市云江区产业园:Park']],
    ['“清源行动”〔“护岸行动”六大行动〕启动。', 'Strategy', ['“护岸行动”:Strategy', '六大行动:Strategy']],
    ['实施〔“护岸行动”六大行动〕。', 'Strategy', ['“护岸行动”六大行动:Strategy']],
    ['建设云江客厅、〔数字新城和物流枢纽〕;', 'Project', ['数字新城:Project', '物流枢纽:Project']],
    ['建设〔数字新城和物流枢纽〕;', 'Project', ['数字新城和物流枢纽:Project']],
    ['推广环保〔技术和省农科院〕的办法。', 'Institute', ['省农科院:Institute']],
    ['位于〔新沙五路北〕、天星二路东侧。', 'Place', ['新沙五路:Place']],
    ['在〔青禾路北〕街开门。', 'Place', ['青禾路北:Place']],
    ['〔国务院〕办公厅印发方案。', 'Organization', ['国务院办公厅:Organization']],
    ['途经环〔巢湖绿道〕。', 'Project', ['环巢湖绿道:Project']],
    ['三环〔巢湖绿道〕。', 'Project', ['巢湖绿道:Project']],
    ['〔青石科创城建〕在云江新区。', 'Park', ['青石科创城:Park']],
    ['〔青石科创城建〕设加快。', 'Park', ['青石科创城建:Park']],
    ['青石高速、〔云江高速两条高速公路〕通车。', 'Project', ['云江高速:Project']],
    ['〔云江高速两条高速公路〕通车。', 'Project', ['云江高速两条高速公路:Project']],
    ['在〔南湖片〕区建厂。', 'Place', ['南湖片区:Place']],
    ['〔青禾汽车赣州分公司〕投产。', 'Company', ['青禾汽车赣州分公司:Company', '青禾汽车:Company']],
    ['〔赣州分公司〕投产。', 'Company', ['赣州分公司:Company']],
    [
      '〔青禾医科大学附属眼科医院〕签约。',
      'Organization',
      ['青禾医科大学附属眼科医院:Organization', '青禾医科大学:Institute'],
    ],
    ['2031年〔三季度项目集中开工仪式〕举行。', 'Event', ['2031年三季度项目集中开工仪式:Event']],
  ])('%s', (marked, type, wanted) => expect(partsOf(marked, type)).toEqual(wanted))
})
